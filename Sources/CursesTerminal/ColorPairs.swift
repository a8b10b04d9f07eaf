import CNCurses
import TerminalCells

/// Colour pairs, made when a style first needs them, and the attributes of each style.
struct ColorPairs {
  let theme: Theme
  let depth: ColorDepth
  private var rendition: [Style: (attributes: attr_t, pair: Int32)] = [:]
  /// The styles of which blanks show nothing.
  private var plainOnBlanks: [Style: Bool] = [:]
  private var pairs: [Colors: Int32] = [:]
  private var latest: (style: Style, rendition: (attributes: attr_t, pair: Int32))?

  private struct Colors: Hashable {
    let foreground: Int
    let background: Int
  }

  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// Whether a blank in the style looks like a plain one.
  mutating func isPlainOnBlanks(_ style: Style) -> Bool {
    if let known = plainOnBlanks[style] { return known }
    let look = Rendition(theme.appearance(of: style, depth: depth), depth: depth)
    plainOnBlanks[style] = !look.showsOnBlanks
    return !look.showsOnBlanks
  }

  mutating func rendition(of style: Style) -> (attributes: attr_t, pair: Int32) {
    // Neighbours mostly look alike.
    if let latest, latest.style == style { return latest.rendition }
    if let known = rendition[style] {
      latest = (style, known)
      return known
    }
    let look = theme.appearance(of: style, depth: depth)
    var attributes: attr_t = 0
    if look.isBold { attributes |= logitscope_bold() }
    if look.isDim { attributes |= logitscope_dim() }
    if look.isUnderlined { attributes |= logitscope_underline() }
    if look.isReversed { attributes |= logitscope_reverse() }
    let made = (attributes, pair(look.foreground ?? -1, look.background ?? -1))
    rendition[style] = made
    latest = (style, made)
    return made
  }

  /// Pair 0 is the terminal's own colours, which are also taken when there is no room for more.
  private mutating func pair(_ foreground: Int, _ background: Int) -> Int32 {
    guard depth != .mono, foreground >= 0 || background >= 0 else { return 0 }
    let colors = Colors(foreground: foreground, background: background)
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard number < logitscope_color_pairs(),
      init_extended_pair(number, Int32(foreground), Int32(background)) == OK
    else { return 0 }
    pairs[colors] = number
    return number
  }
}
