extension Key {
  /// Reads a script such as `jl<Tab>` into its keys.
  ///
  /// A line break is Enter and a tab is Tab, so that a script can come from a file.
  package static func parse(_ script: String) throws(KeyScriptError) -> [Key] {
    var (keys, rest, position) = ([Key](), script[...], 1)
    while let first = rest.first {
      let taken: Int
      if first == "<" {
        let (key, length) = try named(in: rest, at: position)
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

  /// The key with this notation, or nil if it is not exactly one key's.
  package init?(notation: String) {
    guard let keys = try? Key.parse(notation), keys.count == 1 else { return nil }
    self = keys[0]
  }

  private static func plain(
    _ character: Character, at position: Int
  ) throws(KeyScriptError) -> Key {
    switch character {
    case "\n", "\r", "\r\n": return Key(.enter)
    case "\t": return Key(.tab)
    default:
      guard character.unicodeScalars.allSatisfy({ CellWidth.kind(of: $0) != .control }) else {
        throw KeyScriptError(
          position: position, reason: "a control character is not a key; write <C-a> and the like.")
      }
      return Key(character)
    }
  }

  private static func named(
    in script: Substring, at position: Int
  ) throws(KeyScriptError) -> (Key, Int) {
    // "<C->>" is Control with ">": the name may be that sign itself.
    let inner = script.dropFirst().prefix(24)
    let body = inner.prefix { $0 != ">" }
    let isSign = inner.dropFirst(body.count).hasPrefix(">>") && body.last == "-"
    let name = isSign ? inner.prefix(body.count + 1) : body
    guard inner.dropFirst(name.count).first == ">" else {
      throw KeyScriptError(
        position: position, reason: "“<” opens a key name without an end; “<” itself is <lt>.")
    }
    guard let key = Key(name: name) else {
      throw KeyScriptError(position: position, reason: "there is no key <\(name)>.")
    }
    return (key, name.count + 2)
  }

  private init?(name: Substring) {
    var (rest, modifiers) = (name, Modifiers())
    while rest.count > 2, rest.dropFirst().first == "-" {
      switch rest.first {
      case "C", "c": modifiers.insert(.control)
      case "A", "a", "M", "m": modifiers.insert(.alt)
      case "S", "s": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    let lowered = rest.lowercased()
    if let row = Key.names.first(where: { $0.name.lowercased() == lowered }) {
      self.init(row.code, modifiers)
    } else if rest.count == 1, let character = rest.first, !modifiers.isEmpty {
      self.init(character, modifiers)
    } else {
      return nil
    }
  }
}
