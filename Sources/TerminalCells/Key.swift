/// A key press: which key, with which modifiers held.
///
/// Its notation is the form in which keys cross module walls, are listed in help and are written
/// in scripts: `j`, `<Left>`, `<S-Left>`, `<C-r>`, `<A-1>`, `<Space>`, `<F2>`, and `<lt>` for `<`.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    case backspace, tab, enter, escape
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package init(_ character: Character, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }
}

extension Key {
  // One list for writing and for reading.
  static let names: [(name: String, code: Code)] =
    [
      ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
      ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Insert", .insert),
      ("Delete", .delete), ("Backspace", .backspace), ("Tab", .tab), ("Enter", .enter),
      ("Esc", .escape), ("Space", .character(" ")), ("lt", .character("<")),
    ] + (1...24).map { ("F\($0)", .function($0)) }

  package var notation: String {
    let name = Key.names.first { $0.code == code }?.name
    if modifiers.isEmpty, name == nil, case .character(let character) = code {
      return String(character)
    }
    let prefix =
      (modifiers.contains(.control) ? "C-" : "") + (modifiers.contains(.alt) ? "A-" : "")
      + (modifiers.contains(.shift) ? "S-" : "")
    if let name { return "<" + prefix + name + ">" }
    switch code {
    case .character(let character): return "<\(prefix)\(character)>"
    case .function(let number): return "<\(prefix)F\(number)>"
    default: return ""
    }
  }
}

/// Why a key script cannot be read, and where.
package struct KeyScriptError: Error, Equatable, Sendable {
  /// The place in the script, counted in characters from 1.
  package let position: Int
  package let reason: String

  /// One sentence for the user.
  package var sentence: String { "Key script, character \(position): \(reason)" }
}
