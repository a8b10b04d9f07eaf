/// The names of classes in a file of their own.
///
/// A line each; or JSON: an array of strings, an object of names and their places, or the
/// `tokenizer.json` of a language model, whose tokens are the classes.
///
/// - Throws: Why the file cannot be read, or which place has no name or more than one.
package func classLabels(ofFile path: String) throws(FileProblem) -> [String] {
  try classLabels(in: try readFile(path))
}

/// The same from bytes.
package func classLabels(in bytes: [UInt8]) throws(FileProblem) -> [String] {
  let text = try decode(bytes)
  guard let first = text.trimmed.first else { throw .empty }
  guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
    return try lines(text)
  }
  let json: JSONValue
  do throws(JSONProblem) {
    json = try JSONValue.parse(bytes)
  } catch {
    // A label may begin with a bracket.
    if first == UInt8(ascii: "[") { return try lines(text) }
    throw error.problem(in: bytes)
  }
  return try labels(json)
}

/// One a line; the end of the last line begins no other.
private func lines(_ text: Bytes) throws(FileProblem) -> [String] {
  // By bytes: other marks of a new line may be part of a token.
  var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  if lines.last?.isEmpty ?? false { lines.removeLast() }
  return lines.map { line in
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}

private func labels(_ json: JSONValue) throws(FileProblem) -> [String] {
  let vocabulary = json["model"]?["vocab"] ?? json["vocab"] ?? json
  var placed: [(label: String, place: Int)] = []
  switch vocabulary {
  case .array(let elements):
    for (place, element) in elements.enumerated() {
      // A unigram model has pairs of a token and its score.
      var name = element
      if case .array(let pair) = element, let token = pair.first { name = token }
      guard case .string(let label) = name else {
        throw .unreadable("element \(place) of its list of labels is no text")
      }
      placed.append((label, place))
    }
  case .object(let members):
    for member in members { placed.append((member.key, try place(of: member))) }
  default: throw .unreadable("it is neither a list of labels nor an object of labels and places")
  }
  if case .array(let added)? = json["added_tokens"] {
    for token in added {
      guard case .string(let label)? = token["content"], case .number(let id)? = token["id"],
        let place = Int(exactly: id), place >= 0
      else { throw .unreadable("an element of its “added_tokens” has no content or no id") }
      placed.append((label, place))
    }
  }
  return try ordered(placed)
}

private func place(of member: JSONValue.Member) throws(FileProblem) -> Int {
  guard case .number(let number) = member.value, let place = Int(exactly: number), place >= 0
  else {
    throw .unreadable("the label “\(member.key.prefix(40))” has no place: a whole number from 0")
  }
  return place
}

/// The labels by their places, each of which must have exactly one.
private func ordered(_ placed: [(label: String, place: Int)]) throws(FileProblem) -> [String] {
  let count = (placed.map(\.place).max() ?? -1) + 1
  // A place beyond the number of labels leaves a gap before it.
  var labels: [String?] = Array(repeating: nil, count: min(count, placed.count + 1))
  for (label, place) in placed where place < labels.count {
    if let other = labels[place], other != label {
      throw .unreadable(
        "place \(place) has two labels, “\(other.prefix(40))” and “\(label.prefix(40))”")
    }
    labels[place] = label
  }
  if let gap = labels.firstIndex(of: nil) {
    throw .unreadable("no label has the place \(gap), and there are \(count) places")
  }
  return labels.compactMap(\.self)
}
