internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

/// One line of `eval --jsonl`, checked: what is in it can be computed.
struct EvalRequest {
  var function: EvalFunction
  var logits: [Double]
  /// The second row of a divergence.
  var otherRow: LogitRow?
  /// The targets of binary losses, one for each logit.
  var targets: [Double] = []
  var lossTarget: LossTarget?
  var temperature = 1.0
  var arithmetic = Arithmetic.exact

  init(_ json: JSONValue) throws(BadInput) {
    guard case .object = json else { throw BadInput("A request is a JSON object.") }
    function = try json.choice("function", EvalFunction.self)
    try EvalKeys.check(json, for: function)
    logits = try json.numbers("logits")
    temperature = try json.number("temperature") ?? 1
    arithmetic = try json.arithmetic()
    try readOperands(json)
  }

  private mutating func readOperands(_ json: JSONValue) throws(BadInput) {
    switch function.operand {
    case .nothing: break
    case .otherRow:
      let others = try json.numbers("logits2")
      try checkCount("logits2", others)
      otherRow = LogitRow(others, temperature: temperature)
    case .weight:
      targets = try json.numbers("targets")
      try checkCount("targets", targets)
    case .target:
      let smoothing = try json.number("label_smoothing") ?? 0
      lossTarget = LossTarget(try weights(json), labelSmoothing: smoothing)
    }
  }

  private func weights(_ json: JSONValue) throws(BadInput) -> LossTarget.Weights {
    if json.holds("target_probs") {
      guard !json.holds("target") else {
        throw BadInput("Give “target” or “target_probs”, not both.")
      }
      let weights = try json.numbers("target_probs")
      try checkCount("target_probs", weights)
      return .distribution(weights)
    }
    guard let number = try json.number("target") else {
      throw BadInput("“\(function.rawValue)” needs “target” or “target_probs”.")
    }
    guard let index = Int(exactly: number) else {
      throw BadInput("“target” should be the index of a class, counted from 0.")
    }
    guard logits.indices.contains(index) || logits.isEmpty else {
      throw BadInput("“target” is \(index), and the last class is \(logits.count - 1).")
    }
    return .index(index)
  }

  private func checkCount(_ key: String, _ values: [Double]) throws(BadInput) {
    guard values.count == logits.count else {
      throw BadInput(
        "“\(key)” has \(values.count) numbers, but there are \(logits.count) logits.")
    }
  }
}

extension JSONValue {
  /// Whether there is a value under the key; `null` is none.
  fileprivate func holds(_ key: String) -> Bool { self[key].map { $0 != .null } ?? false }

  fileprivate func numbers(_ key: String) throws(BadInput) -> [Double] {
    guard let value = self[key], value != .null else { throw BadInput("“\(key)” is missing.") }
    guard case .array(let elements) = value else {
      throw BadInput("“\(key)” should be an array of numbers.")
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(elements.count)
    for element in elements {
      guard let number = element.asNumber else {
        throw BadInput(
          "“\(key)” should be an array of numbers; element \(numbers.count) is not one.")
      }
      numbers.append(number)
    }
    return numbers
  }

  fileprivate func number(_ key: String) throws(BadInput) -> Double? {
    guard let value = self[key], value != .null else { return nil }
    guard let number = value.asNumber else { throw BadInput("“\(key)” should be a number.") }
    return number
  }

  fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(BadInput) -> Choice where Choice.RawValue == String {
    guard let value = self[key], value != .null else { throw BadInput("“\(key)” is missing.") }
    if case .string(let word) = value, let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    if case .string(let word) = value, let near = nearest(to: word, among: words) {
      throw BadInput(
        "Unknown \(key) “\(visible(String(word.prefix(40))))”; did you mean “\(near)”?")
    }
    throw BadInput("“\(key)” should be one of: \(words.joined(separator: ", ")).")
  }

  /// Every setting under its key, as text.
  fileprivate func arithmetic() throws(BadInput) -> Arithmetic {
    var arithmetic = Arithmetic.exact
    for option in ArithmeticOption.catalog where holds(option.key) {
      let value = self[option.key]
      guard let text = value?.scalarText else {
        throw BadInput("“\(option.key)” should be a string, a number, true or false.")
      }
      if option.isSwitch {
        guard case .bool? = value else {
          throw BadInput("“\(option.key)” should be true or false.")
        }
      }
      do throws(Refusal) {
        try option.set(text, &arithmetic)
      } catch {
        throw BadInput("“\(option.key)”: \(error.sentence)")
      }
    }
    return arithmetic
  }

  /// A single value as it would be typed; nil for an array, an object and null.
  private var scalarText: String? {
    switch self {
    case .string(let string): string
    case .number(let number): DecimalText.shortest(number)
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
