import CNCurses
import Glibc
import TerminalCells

/// What the terminal and the environment say of themselves.
enum Capabilities {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Which glyphs can be shown; wide glyphs print as blanks where the codeset is not UTF-8.
  static func glyphLevel() -> GlyphLevel {
    let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    guard codeset.uppercased() == "UTF-8" else { return .ascii }
    return environment("TERM") == "linux" ? .console : .blocks
  }

  static func colorDepth() -> ColorDepth {
    if let wish = environment("NO_COLOR"), !wish.isEmpty { return .mono }
    guard has_colors() else { return .mono }
    switch logitscope_colors() {
    case ..<8: return .mono
    case ..<16: return .eight
    case ..<256: return .sixteen
    default: return .full
    }
  }

  /// Terminals that hold back a frame until it is whole, or ignore the request.
  static func understandsSynchronizedOutput() -> Bool {
    let name = environment("TERM") ?? ""
    return ["xterm", "tmux", "alacritty", "foot", "kitty", "wezterm"].contains {
      name.hasPrefix($0)
    }
  }

  /// A string of the terminal's description; `nil` when it has none.
  static func string(_ name: String) -> [UInt8]? {
    guard let found = name.withCString({ tigetstr(UnsafeMutablePointer(mutating: $0)) }),
      Int(bitPattern: found) != -1
    else { return nil }
    return Array(String(cString: found).utf8)
  }

  /// The keys that this terminal sends in its own way.
  static func keys() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    for (name, code) in keyNames {
      guard let bytes = string(name), bytes.count > 1 else { continue }
      keys[bytes] = Key(code)
    }
    return keys
  }

  private static let keyNames: [(String, Key.Code)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
