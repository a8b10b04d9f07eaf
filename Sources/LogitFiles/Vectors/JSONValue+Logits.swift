internal import LogitKernel

extension JSONValue {
  /// A number, or a string that is one, such as `"-inf"`.
  package var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): parseNumber(text)
    default: nil
    }
  }

  /// A string, or a number as one.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): DecimalText.shortest(number)
    default: nil
    }
  }

  var isText: Bool {
    if case .string = self { true } else { false }
  }

  /// A single value as a cell of a table.
  var cell: String? {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    default: text
    }
  }

  var label: String? {
    for key in ["token_str", "decoded_token", "tok_str", "token", "label", "text", "class", "name"]
    {
      if let text = self[key]?.text { return text }
    }
    return nil
  }

  /// The key of a candidate's number.
  var numberKey: String? {
    ["logit", "logprob", "logProbability", "score", "prob", "probability", "value"].first {
      self[$0] != nil
    }
  }

  /// A candidate as SGLang writes it: log-probability, token, and the token's text or null.
  var tokenTriple: (label: String, number: Double)? {
    guard case .array(let parts) = self, parts.count == 3, case .number(let number) = parts[0],
      case .number = parts[1]
    else { return nil }
    switch parts[2] {
    case .string(let text): return (text, number)
    case .null: return (parts[1].text ?? "", number)
    default: return nil
    }
  }

  var kindWord: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .string(let text): "“\(text.prefix(20))”"
    case .number: "a number"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// Every value under a key, at any depth, in order, with the object it is in; what is inside a found
  /// value is not searched.
  func all(_ key: String) -> [(parent: JSONValue, value: JSONValue)] {
    switch self {
    case .object(let members):
      if let found = self[key], found != .null { return [(self, found)] }
      return members.flatMap { $0.value.all(key) }
    case .array(let elements): return elements.flatMap { $0.all(key) }
    default: return []
    }
  }

  /// Whether a server says how likely the tokens were that it chose.
  var hasChosenTokens: Bool {
    ["logprob", "token_logprobs", "logProbability", "output_token_logprobs"].contains {
      !all($0).isEmpty
    }
  }
}
