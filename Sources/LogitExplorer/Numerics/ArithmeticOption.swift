internal import LogitKernel

/// One setting of the arithmetic, as text: the row from which its command, its key in a document,
/// in a request and on the command line are made.
package struct ArithmeticOption: Sendable {
  /// Its key in files and requests; with hyphens it is its word in the palette.
  package let key: String
  /// A sentence without a full stop, in the imperative.
  package let title: String
  /// The name of its value, for help.
  package let valueName: String
  /// The words it may be; for a number or a format of one's own these are examples.
  package let choices: [String]
  /// What one of the words stands for, for its row.
  var meaning: @Sendable (String) -> String = { _ in "" }
  /// Whether the words in the header tell it.
  package var isNamedInSummary = false
  /// The setting as it would be typed.
  package let text: @Sendable (Arithmetic) -> String
  /// Changes the setting, or says why not.
  package let set: @Sendable (String, inout Arithmetic) throws(Refusal) -> Void

  /// The word after `:`, and after `--`.
  package var word: String { key.split(separator: "_").joined(separator: "-") }

  /// Whether it is on or off.
  package var isSwitch: Bool { choices == ["true", "false"] }

  package static func named(_ key: String) -> ArithmeticOption? {
    catalog.first { $0.key == key }
  }
}

extension Arithmetic {
  /// Changes a setting by its key.
  ///
  /// - Precondition: The key is one of the catalogue.
  package mutating func set(_ key: String, to text: String) throws(Refusal) {
    guard let option = ArithmeticOption.named(key) else { preconditionFailure("no option \(key)") }
    try option.set(text, &self)
  }
}

extension ArithmeticOption {
  /// A switch, typed as `on` or `off`, written as `true` or `false`.
  static func onOff(
    _ key: String, _ title: String, _ path: any WritableKeyPath<Arithmetic, Bool> & Sendable
  ) -> ArithmeticOption {
    ArithmeticOption(
      key: key, title: title, valueName: "ON", choices: ["true", "false"],
      meaning: {
        $0 == "true" ? title : "Do not " + title.prefix(1).lowercased() + title.dropFirst()
      },
      text: { $0[keyPath: path] ? "true" : "false" },
      set: { text, arithmetic throws(Refusal) in
        switch text.lowercased() {
        case "on", "true", "yes", "1": arithmetic[keyPath: path] = true
        case "off", "false", "no", "0": arithmetic[keyPath: path] = false
        default: throw Refusal("It is on or off (true or false), not '\(shortened(text))'.")
        }
      })
  }

  /// One of a few words.
  static func word<Word: Equatable & Sendable>(
    _ key: String, _ title: String, _ words: [(name: String, value: Word, meaning: String)],
    _ path: any WritableKeyPath<Arithmetic, Word> & Sendable
  ) -> ArithmeticOption {
    ArithmeticOption(
      key: key, title: title, valueName: "WORD", choices: words.map(\.name),
      meaning: { text in words.first { $0.name == text }?.meaning ?? "" },
      text: { arithmetic in
        words.first { $0.value == arithmetic[keyPath: path] }?.name ?? ""
      },
      set: { text, arithmetic throws(Refusal) in
        guard let word = words.first(where: { $0.name == text.lowercased() }) else {
          let names = words.map(\.name).joined(separator: ", ")
          throw Refusal("It is one of: \(names); not '\(shortened(text))'.")
        }
        arithmetic[keyPath: path] = word.value
      })
  }
}
