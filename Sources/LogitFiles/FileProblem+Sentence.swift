internal import LogitKernel

extension FileProblem {
  /// One sentence for the user, naming the file and the place in it.
  ///
  /// - Parameter name: What the user calls the source: a path, or "the pasted text".
  /// - Returns: The sentence, without control characters.
  package func sentence(for name: String) -> String {
    let place = line.map { "\(name), line \($0)" } ?? name
    let reason = visible(reason)
    return "\(visible(place)): \(reason)" + (reason.hasSuffix("?") ? "" : ".")
  }

  private var line: Int? {
    switch self {
    case .notUTF8(let line), .toml(let line, _, _), .json(let line, _, _), .inLine(let line, _),
      .repeatedKey(_, let line, _):
      line
    case .unknownKey(_, let line), .wrongKind(_, _, _, let line), .countsDiffer(_, _, _, let line),
      .elided(let line), .ragged(_, _, let line), .decimalOrPair(_, let line),
      .thousandsOrList(_, let line),
      .unknownLabel(_, _, let line), .severalClasses(_, _, let line),
      .notAWeight(_, _, _, let line), .outOfRange(_, _, let line), .twoTargets(let line),
      .notAChoice(_, _, _, let line), .refused(_, _, let line), .notANumber(_, let line),
      .notAClass(_, _, let line, _), .indexOutOfRange(_, _, _, let line):
      line
    default: nil
    }
  }

  private var reason: String { fileReason ?? documentReason ?? vectorReason }

  private var fileReason: String? {
    switch self {
    case .missing: "there is no such file"
    case .noFolder: "there is no such folder to save it in"
    case .isDirectory: "this is a directory, and a file was expected"
    case .noPermission: "no permission"
    case .exists: "a file of this name is there already"
    case .system(let words): words
    case .tooLarge(let bytes, let limit): FileProblem.size(bytes, limit)
    case .notUTF8: "the bytes are not UTF-8 text"
    case .stopped: "reading was stopped"
    case .shortened: "it has become shorter while it was read"
    case .empty: "it is empty, and logits were expected"
    default: nil
    }
  }

  private static func size(_ bytes: Int?, _ limit: Int) -> String {
    let found = bytes.map { "it has \(($0 + 1 << 20 - 1) >> 20) MiB" } ?? "it goes on"
    return "\(found), and at most \(limit >> 20) MiB are read"
  }

  private var documentReason: String? {
    switch self {
    case .toml(_, let column, let words): "at column \(column), \(words)"
    case .unknownKey(let key, _):
      "there is no key “\(key)”; the keys are \(DocumentKey.list)"
    case .missingKey(let key): "the key “\(key)” is missing"
    case .wrongKind(let key, let element, let expected, _):
      "“\(key)” should be \(expected)" + (element.map { "; element \($0) is not" } ?? "")
    case .countsDiffer(let key, let count, let logits, _):
      "“\(key)” has \(counted(count, "element")), but there \(logits == 1 ? "is" : "are") "
        + counted(logits, "logit")
    case .indexOutOfRange(let key, let index, let count, _): range(key, index, count)
    case .unknownLabel(let key, let label, _): "“\(key)”: no class is called “\(label)”"
    case .severalClasses(let key, let label, _):
      "“\(key)”: several classes are called “\(label)”; give the index, counted from 0"
    case .notAWeight(let key, let element, let value, _):
      "“\(key)”: element \(element) is \(DecimalText.shortest(value)); "
        + "weights must be finite and not negative"
    case .outOfRange(let key, let value, _):
      "“\(key)” is \(DecimalText.shortest(value)); it must be between 0 and 1"
    case .twoTargets: "give “target” or “target_probabilities”, not both"
    case .notAChoice(let key, let word, let choices, _):
      "“\(key)” is “\(word)”, and it should be one of: \(choices.joined(separator: ", "))"
    case .refused(let key, let sentence, _): "“\(key)”: \(withoutStop(sentence))"
    default: nil
    }
  }

  private var vectorReason: String {
    switch self {
    case .tooManyClasses(let count, let memory):
      "a row of \(count) classes does not fit into the memory of this machine, \(memory >> 20) MiB"
    case .tooManyNumbers(let limit): "more than \(limit) numbers, and at most that many are read"
    case .notANumber(let text, _): "“\(text.prefix(40))” is not a number"
    case .noLogits: "no logits were found in it"
    case .noSuchRow(let row, let count): range("row", row, count)
    case .repeatedKey(let key, _, let column): "column \(column): “\(key)” is given twice"
    case .json(_, let column, let expected): "column \(column) of the JSON should be \(expected)"
    case .jsonShape:
      "the JSON is no list of numbers, no object of label and logit, and has no “logits” or "
        + "“top_logprobs”"
    case .chosenTokens:
      "it holds only the tokens that were chosen, one after the other; ask the server for the "
        + "candidates of each position, such as top_logprobs"
    case .jsonElement(let index, let kind): "element \(index) is \(kind), not a number"
    case .inLine(_, let words): withoutStop(words)
    case .elided:
      "“...” stands for numbers that were left out; print all of them, with "
        + "np.set_printoptions(threshold=sys.maxsize) or torch.set_printoptions(profile=\"full\")"
    case .ragged(let count, let expected, _):
      "there \(count == 1 ? "is" : "are") \(counted(count, "value")), and \(expected) "
        + "\(expected == 1 ? "was" : "were") expected"
    case .decimalOrPair(let text, _):
      "“\(text.prefix(40))” may be one number with a decimal comma or two numbers; write a decimal "
        + "point, or a space after the comma"
    case .thousandsOrList(let text, _):
      "“\(text.prefix(40))” may be one number with commas between thousands or several numbers; "
        + "write no commas in numbers, or a space after those between them"
    case .notAProbability(let value, let name):
      "“\(name)” should hold probabilities, and \(DecimalText.shortest(value)) is not between 0 and 1"
    case .unreadable(let words): words
    case .numpyHeader(let words): "the header of the .npy file \(words)"
    case .numpyKind(let kind):
      "the .npy file holds elements of type “\(kind)”, and floats of 2, 4 or 8 bytes or integers "
        + "were expected"
    case .numpyLength(let expected, let found):
      "the .npy file should hold \(counted(expected, "byte")) of data, and it holds \(found)"
    case .fortranDimensions(let count):
      "the .npy file has \(count) dimensions in Fortran order, and at most 2 are read"
    case .dimensions(let count):
      count == 0
        ? "the array is a single number without dimensions, and rows of logits were expected"
        : "the array has \(count) dimensions, and at most 4 are read"
    default: targetReason
    }
  }

  private var targetReason: String {
    switch self {
    case .targetsDiffer(let count, let rows):
      "there \(count == 1 ? "is" : "are") \(counted(count, "target")), and the logits have "
        + counted(rows, "row")
    case .notAClass(let text, let element, _, let classes):
      (element.map { "element \($0) is “\(text.prefix(40))”, which" } ?? "“\(text.prefix(40))”")
        + " is no class; "
        + (classes == 0 ? "its row has none" : "classes are counted from 0 to \(classes - 1)")
    case .notAnIndex(let element, let words):
      "element \(element) is \(words), and an index or a label was expected"
    default: ""
    }
  }

  private func range(_ key: String, _ index: Int, _ count: Int) -> String {
    count == 0
      ? "“\(key)” is \(index), and there are none"
      : "“\(key)” is \(index); it must be between 0 and \(count - 1)"
  }

  /// A sentence as a part of another.
  private func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// The text with control characters as the symbols for them, so that none reaches a terminal.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let symbol = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : "\u{FFFD}"
    result.append(isControl(scalar) ? symbol ?? "\u{FFFD}" : scalar)
  }
  return String(result)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.isUnsafe }

extension Unicode.Scalar {
  /// Whether a terminal may take it as a command, turn or break a line at it, or show nothing: control
  /// characters, marks of direction, separators of lines, and characters without width.
  var isUnsafe: Bool {
    switch value {
    case ..<0x20, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }
}
