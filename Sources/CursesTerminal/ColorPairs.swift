import CNCurses
import TerminalCells

/// How curses is told what each style looks like; colour pairs are made when first needed.
struct ColorPairs {
  private let palette: Palette
  private var known: [Style: Look] = [:]
  private var pairs: [Colors: Int32] = [:]

  struct Look {
    let attributes: attr_t
    let pair: Int32
    /// Whether a blank shows it.
    let showsOnBlanks: Bool
  }

  private struct Colors: Hashable {
    let foreground: Int
    let background: Int
  }

  init(_ palette: Palette) { self.palette = palette }

  mutating func look(of style: Style) -> Look {
    if let look = known[style] { return look }
    let appearance = palette.appearance(of: style)
    var attributes: attr_t = 0
    if appearance.isBold { attributes |= logitscope_bold() }
    if appearance.isDim { attributes |= logitscope_dim() }
    if appearance.isUnderlined { attributes |= logitscope_underline() }
    if appearance.isReversed { attributes |= logitscope_reverse() }
    let look = Look(
      attributes: attributes,
      pair: pair(appearance.foreground ?? -1, appearance.background ?? -1),
      showsOnBlanks: SGR(appearance, depth: palette.depth).showsOnBlanks)
    known[style] = look
    return look
  }

  /// Pair 0 is the terminal's own colours, which are also taken when there is no room for more.
  private mutating func pair(_ foreground: Int, _ background: Int) -> Int32 {
    guard palette.depth != .mono, foreground >= 0 || background >= 0 else { return 0 }
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
