internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles

/// The arithmetic on the command line: an option for each row of the one list of settings.
///
/// The parser finds options by reflection, as properties; here the reflection is made from the list.
struct ArithmeticOptions: ParsableArguments, CustomReflectable {
  /// What was given, by the key of the setting.
  private var texts: [String: String] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for option in ArithmeticOption.catalog {
      let given = try container.decode(Option<String?>.self, forKey: Key(stringValue: option.key))
      texts[option.key] = given.wrappedValue
    }
  }

  var customMirror: Mirror {
    Mirror(self, children: ArithmeticOption.catalog.map { ("_" + $0.key, $0.commandLineOption) })
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}

extension ArithmeticOptions {
  /// Changes a document's arithmetic, the algorithm and the format before the rest.
  func change(_ arithmetic: inout Arithmetic) throws(BadInput) {
    for option in ArithmeticOption.catalog {
      guard let text = texts[option.key] else { continue }
      do throws(Refusal) {
        try option.set(text, &arithmetic)
      } catch {
        throw BadInput("--\(option.word): \(visible(error.sentence))")
      }
    }
  }
}

extension ArithmeticOption {
  fileprivate var commandLineOption: Option<String?> {
    let examples = choices.isEmpty ? "" : ": " + choices.joined(separator: ", ")
    return Option(
      name: .customLong(word), parsing: .unconditional,
      help: ArgumentHelp("\(title)\(examples).", valueName: valueName.lowercased()))
  }
}
