extension JSONReader {
  /// Keys whose value holds rows, the most telling first, and what is in them.
  private static let keys: [(name: String, content: Content)] = [
    ("logits", .logits), ("top_logprobs", .logProbabilities), ("topCandidates", .logProbabilities),
    ("top_tokens", .logProbabilities), ("output_top_logprobs", .logProbabilities),
    ("prompt_logprobs", .logProbabilities), ("input_top_logprobs", .logProbabilities),
    ("top_probs", .probabilities), ("probs", .probabilities), ("logprobs", .logProbabilities),
    ("predictions", .unknown), ("outputs", .unknown), ("data", .unknown),
    ("probabilities", .probabilities), ("scores", .scores),
  ]

  private enum Content { case logits, logProbabilities, probabilities, scores, unknown }

  /// The first key, at any depth, under which there are rows.
  func search(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    for (name, content) in Self.keys {
      var table = LogitTable([])
      for (parent, found) in value.all(name) {
        guard let more = try rows(found, of: parent, content) else { continue }
        table.rows += more.rows
        table.add(more.notices)
      }
      guard table.rows.contains(where: { !$0.logits.isEmpty }) else { continue }
      return try finish(table, name, content)
    }
    return nil
  }

  private func rows(
    _ found: JSONValue, of parent: JSONValue, _ content: Content
  ) throws(FileProblem) -> LogitTable? {
    if content == .logits { return try object(parent, found) }
    guard var table = try rows(found) else { return nil }
    if table.rows.allSatisfy({ $0.labels == nil && !$0.logits.isEmpty }) {
      try addLabels(of: parent, to: &table)
    }
    return table
  }

  private func finish(
    _ table: LogitTable, _ name: String, _ content: Content
  ) throws(FileProblem) -> LogitTable {
    var table = table
    let isDone = table.notices.contains { $0.contains("logarithms") }
    switch content {
    case .logits: break
    case .probabilities where !isDone: table = try table.logarithms(where: "prob")
    case .scores where !isDone: table = try table.logarithms(where: "score")
    case .logProbabilities:
      table.notices.append("Only “\(name)” is read: log-probabilities, which are taken for logits.")
    default: table.notices.append("Only “\(name)” is read.")
    }
    return table
  }

  /// A tensor as inference servers write it, `shape` with flat `data`: the one called logits, or the
  /// only one.
  func tensors(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    var found: [JSONValue] = []
    if case .array(let outputs)? = value["outputs"] ?? value["inputs"] { found = outputs }
    if found.isEmpty { found = [value] }
    let tensors = found.filter { $0["data"] != nil && $0["shape"] != nil }
    guard !tensors.isEmpty, tensors.count == found.count else { return nil }
    let named = tensors.filter { $0["name"] == .string("logits") }
    guard let chosen = named.first ?? tensors.first, tensors.count == 1 || named.count == 1 else {
      let list = tensors.prefix(4).map { "“\($0["name"]?.text ?? "")”" }.joined(separator: ", ")
      throw .unreadable("it holds several tensors, \(list), and none is called “logits”")
    }
    if chosen["datatype"] == .string("BOOL") {
      throw .unreadable("its tensor holds true and false, and logits were expected")
    }
    guard let data = chosen["data"], var table = try rows(data) else { return nil }
    table = try reshaped(table, by: chosen["shape"])
    if tensors.count > 1 {
      let others = tensors.filter { $0 != chosen }.map { "“\($0["name"]?.text ?? "")”" }
      table.notices.append("Left out: \(others.prefix(4).joined(separator: ", ")).")
    }
    return table
  }
}
