/// A key by its notation: `j`, `<Left>`, `<S-Left>`, `<C-r>`, `<A-1>`, `<Space>`, `<F2>`, and `<lt>`
/// for `<`.
///
/// In this form keys come from the terminal, are listed in help and are written in scripts.
package struct KeyName: Hashable, Sendable {
  package enum Modifier: String, CaseIterable, Sendable {
    case control = "C"
    case alt = "A"
    case shift = "S"
  }

  private var modifiers: Set<Modifier> = []
  /// A name from the list, or a character.
  private var name: String

  private static let named: Set<String> = Set(
    [
      "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Insert", "Delete",
      "Backspace", "Tab", "Enter", "Esc", "Space", "lt",
    ] + (1...24).map { "F\($0)" })

  private static let arrows = ["Up": "↑", "Down": "↓", "Left": "←", "Right": "→"]
}

extension KeyName {
  package var notation: String {
    if modifiers.isEmpty, !KeyName.named.contains(name) { return name }
    return "<" + prefix { "\($0.rawValue)-" } + name + ">"
  }

  /// As people read it: `←` (or `Left` in ASCII), `Shift-←`, `Ctrl-R`, `Space`, `<`.
  package func label(isASCII: Bool = false) -> String {
    let prefix = prefix { modifier in
      switch modifier {
      case .control: "Ctrl-"
      case .alt: "Alt-"
      case .shift: "Shift-"
      }
    }
    if name == "lt" { return prefix + "<" }
    if let arrow = KeyName.arrows[name], !isASCII { return prefix + arrow }
    return prefix + (prefix.isEmpty || name.count > 1 ? name : name.uppercased())
  }

  /// The label of a key's notation; any other text, such as `0-9`, is its own.
  package static func label(_ notation: String, isASCII: Bool = false) -> String {
    guard let keys = try? parse(notation), keys.count == 1 else { return notation }
    return keys[0].label(isASCII: isASCII)
  }

  private func prefix(_ text: (Modifier) -> String) -> String {
    Modifier.allCases.filter(modifiers.contains).map(text).joined()
  }
}

extension KeyName {
  /// Reads a script such as `jl<Tab>` into its keys.
  ///
  /// A line break is Enter and a tab is Tab, so that a script can come from a file.
  package static func parse(_ script: String) throws(KeyScriptError) -> [KeyName] {
    var (keys, rest, position) = ([KeyName](), script[...], 1)
    while let first = rest.first {
      let taken: Int
      if first == "<" {
        let (key, length) = try bracketed(in: rest, at: position)
        keys.append(key)
        taken = length
      } else {
        keys.append(try plain(first, at: position))
        taken = 1
      }
      rest = rest.dropFirst(taken)
      position += taken
    }
    return keys
  }

  private static func plain(
    _ character: Character, at position: Int
  ) throws(KeyScriptError) -> KeyName {
    switch character {
    case "\n", "\r", "\r\n": return KeyName(name: "Enter")
    case "\t": return KeyName(name: "Tab")
    case " ": return KeyName(name: "Space")
    default:
      guard
        !character.isNewline,
        !character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else {
        throw KeyScriptError(
          position: position, reason: "a control character is not a key; write <C-a> and the like.")
      }
      return KeyName(name: String(character))
    }
  }

  private static func bracketed(
    in script: Substring, at position: Int
  ) throws(KeyScriptError) -> (KeyName, Int) {
    // "<C->>" is Control with ">": the name may be that sign itself.
    let inner = script.dropFirst().prefix(24)
    let body = inner.prefix { $0 != ">" }
    let isSign = inner.dropFirst(body.count).hasPrefix(">>") && body.last == "-"
    let name = isSign ? inner.prefix(body.count + 1) : body
    guard inner.dropFirst(name.count).first == ">" else {
      throw KeyScriptError(
        position: position, reason: "“<” opens a key name without an end; “<” itself is <lt>.")
    }
    guard let key = KeyName(bracketed: name) else {
      throw KeyScriptError(position: position, reason: "there is no key <\(name)>.")
    }
    return (key, name.count + 2)
  }

  /// What stands between the brackets, names and modifiers in either case.
  private init?(bracketed text: Substring) {
    var rest = text
    name = ""
    while rest.count > 2, rest.dropFirst().first == "-" {
      let letter = rest.prefix(1).uppercased()
      guard let modifier = Modifier(rawValue: letter == "M" ? "A" : letter) else { return nil }
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    let lowered = rest.lowercased()
    if let known = KeyName.named.first(where: { $0.lowercased() == lowered }) {
      name = known
    } else if rest.count == 1, !modifiers.isEmpty {
      name = rest == " " ? "Space" : String(rest)
    } else {
      return nil
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
