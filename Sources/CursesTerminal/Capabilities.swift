import CNCurses
import Glibc
import TerminalCells

/// What the terminal and the environment say of themselves.
enum Capabilities {
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Which glyphs can be shown; wide glyphs print as blanks where the codeset is not UTF-8.
  static func glyphLevel(of terminal: String?) -> GlyphLevel {
    let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    guard codeset.uppercased() == "UTF-8" else { return .ascii }
    return terminal == "linux" ? .console : .blocks
  }

  static func colorDepth(wish: ColorDepth?) -> ColorDepth {
    if wish == nil, let refusal = environment("NO_COLOR"), !refusal.isEmpty { return .mono }
    let possible = terminalDepth()
    guard let wish else { return possible }
    let depths = ColorDepth.allCases
    let limit = depths.firstIndex(of: possible) ?? 0
    return depths[min(depths.firstIndex(of: wish) ?? 0, limit)]
  }

  private static func terminalDepth() -> ColorDepth {
    guard has_colors() else { return .mono }
    switch logitscope_colors() {
    case ..<8: return .mono
    case ..<16: return .eight
    case ..<256: return .sixteen
    default: return .full
    }
  }

  /// The cells that the C library, and so curses, gives a scalar; negative where it knows none.
  static func width(of scalar: Unicode.Scalar) -> Int { Int(wcwidth(wchar_t(scalar.value))) }

  /// Takes the user's locale, but for numbers.
  ///
  /// Where the one that is named is not installed, as often over ssh, its codeset still counts.
  static func setLocale() {
    if setlocale(LC_ALL, "") == nil {
      let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
      let codeset = name.uppercased().filter { $0 != "-" }
      if codeset.hasSuffix("UTF8") { setlocale(LC_CTYPE, "C.UTF-8") }
    }
    setlocale(LC_NUMERIC, "C")
  }

  /// A string of the terminal's description; `nil` when it has none.
  static func string(_ name: String) -> [UInt8]? {
    guard let found = name.withCString({ tigetstr(UnsafeMutablePointer(mutating: $0)) }),
      Int(bitPattern: found) != -1
    else { return nil }
    return withoutDelays(Array(String(cString: found).utf8))
  }

  /// Descriptions of old terminals ask for pauses as `$<5>`, which are not for sending.
  static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var (kept, rest) = ([UInt8](), bytes[...])
    while let byte = rest.first {
      if rest.starts(with: Array("$<".utf8)), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return kept
  }

  /// Whether the terminal's moves, erasures and colours are those of ECMA-48.
  ///
  /// Also that the last column can be written without going on to the next row.
  static func followsECMA48(at depth: ColorDepth) -> Bool {
    let texts = [
      ("cup", "[%i%p1%d;%p2%dH"), ("el", "[K"), ("hpa", "[%i%p1%dG"), ("cuf", "[%p1%dC"),
    ]
    guard texts.allSatisfy({ string($0.0) == Array("\u{1B}\($0.1)".utf8) }),
      !logitscope_flag("am") || logitscope_flag("xenl")
    else { return false }
    let colors = String(decoding: string("setaf") ?? [], as: UTF8.self)
    return switch depth {
    case .mono: true
    case .eight: colors.contains("3%p1%d")
    case .sixteen: colors.contains("3%p1%d") && colors.contains("9%p1%{8}%-%d")
    case .full: colors.contains("38;5;%p1%d")
    }
  }

  /// The keys that this terminal sends in its own way.
  static func keys() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in keyNames {
      guard let bytes = string(name), bytes.count > 1 else { continue }
      keys[bytes] = key
    }
    return keys
  }

  private static let keyNames: [(String, Key)] =
    [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.tab, .shift)),
      ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)), ("kri", Key(.up, .shift)),
      ("kind", Key(.down, .shift)), ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
      ("kPRV", Key(.pageUp, .shift)), ("kNXT", Key(.pageDown, .shift)),
      ("kDC", Key(.delete, .shift)),
    ] + (1...12).map { ("kf\($0)", Key(.function($0))) }
}
