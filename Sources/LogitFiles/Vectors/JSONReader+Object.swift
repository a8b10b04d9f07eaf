internal import LogitKernel

extension JSONReader {
  private static let labelKeys = ["labels", "classes", "class_names", "columns"]
  private static let targetKeys = ["target", "targets", "label"]
  /// Keys whose value, where it is not the usual one, has an option of its own.
  private static let options = [("temperature", 1.0), ("label_smoothing", 0.0)]

  /// An object with `logits` and perhaps labels and targets; what else is in it is said.
  func object(_ value: JSONValue, _ logits: JSONValue) throws(FileProblem) -> LogitTable? {
    guard case .object(let members) = value, var table = try rows(logits) else { return nil }
    table = try reshaped(table, by: value["shape"])
    try addLabels(of: value, to: &table)
    try addTargets(of: value, to: &table)
    for (key, usual) in Self.options {
      guard let given = value[key], given != .null, given.asNumber != usual else { continue }
      let number = given.text ?? given.kindWord
      let option = key.replacing("_", with: "-")
      throw .refused(key: key, "give it as an option: --\(option) \(number)", line: nil)
    }
    let known =
      Self.labelKeys + Self.targetKeys + Self.options.map(\.0) + ["logits", "name", "shape"]
    table.add(leftOut(members.filter { !known.contains($0.key) && $0.value != .null }))
    return table
  }

  func leftOut(_ members: [JSONValue.Member]) -> [String] {
    guard !members.isEmpty else { return [] }
    let list = members.prefix(4).map { "“\($0.key)”" }.joined(separator: ", ")
    return ["Left out: \(list)\(members.count > 4 ? " and \(members.count - 4) more" : "")."]
  }

  /// Names of classes, which every row has; numbers under `labels` may be targets.
  func addLabels(of value: JSONValue, to table: inout LogitTable) throws(FileProblem) {
    for key in Self.labelKeys {
      guard case .array(let labels)? = value[key] else { continue }
      if key == "labels", try areTargets(labels, of: table) {
        table.add(["“labels” holds numbers and is taken for the target of each row."])
        try setTargets(labels, key, of: &table)
        continue
      }
      // The rows share them.
      let names = labels.allMapped(\.text)
      for row in table.rows.indices {
        let count = table.rows[row].logits.count
        guard labels.count == count else {
          throw .countsDiffer(key: key, count: labels.count, logits: count, line: nil)
        }
        guard let names else {
          throw .wrongKind(key: key, element: nil, expected: "a list of names", line: nil)
        }
        table.rows[row].labels = names
      }
    }
  }

  /// Whether numbers under `labels` are the targets of the rows and no names.
  private func areTargets(
    _ labels: [JSONValue], of table: LogitTable
  ) throws(FileProblem) -> Bool {
    let numbers = labels.compactMap { value -> Double? in
      if case .number(let number) = value { return number }
      return nil
    }
    guard !labels.isEmpty, numbers.count == labels.count else { return false }
    let width = table.rows.first?.logits.count ?? 0
    let mayBeNames = numbers.count == width && Set(numbers).count == width
    let mayBeTargets = numbers.count == table.rows.count && (table.rows.count > 1 || width > 1)
    // 0, 1, 2 are names as likely as they are targets; in any other order they are targets.
    let isCount = numbers.indices.allSatisfy { numbers[$0] == Double($0) }
    guard mayBeNames || mayBeTargets, !(mayBeNames && mayBeTargets && isCount) else {
      throw .refused(
        key: "labels",
        "these numbers may be names of classes or the target of each row; call them “classes” or "
          + "“targets”", line: nil)
    }
    return mayBeTargets
  }

  private func addTargets(of value: JSONValue, to table: inout LogitTable) throws(FileProblem) {
    let given = Self.targetKeys.filter { value[$0] != nil && value[$0] != .null }
    guard let key = given.first, let target = value[key] else {
      if let label = value["labels"], case .number = label {
        try setTargets(Array(repeating: label, count: table.rows.count), "labels", of: &table)
      }
      return
    }
    guard given.count == 1 else {
      throw .refused(key: given[1], "“\(key)” is given too; leave one of them out", line: nil)
    }
    if case .array(let targets) = target { return try setTargets(targets, key, of: &table) }
    try setTargets(Array(repeating: target, count: table.rows.count), key, of: &table)
  }

  private func setTargets(
    _ targets: [JSONValue], _ key: String, of table: inout LogitTable
  ) throws(FileProblem) {
    guard targets.count == table.rows.count else {
      let rows = table.rows.count
      throw .refused(
        key: key,
        "it has \(targets.count) of them, and there \(rows == 1 ? "is 1 row" : "are \(rows) rows")",
        line: nil)
    }
    var finder = ClassFinder()
    for (row, target) in targets.enumerated() {
      table.rows[row].target = try index(target, key, in: table.rows[row], &finder)
    }
  }

  private func index(
    _ value: JSONValue, _ key: String, in row: LogitVector, _ finder: inout ClassFinder
  ) throws(FileProblem) -> Int? {
    switch value {
    case .null: return nil
    case .string(let label):
      if let index = finder.index(of: label, in: row.labels) { return index }
      throw .unknownLabel(key: key, label, line: nil)
    case .number(let number):
      if let index = Int(exactly: number), row.logits.indices.contains(index) { return index }
      throw .refused(
        key: key,
        "\(DecimalText.shortest(number)) is no class; classes are counted from 0 to "
          + "\(row.logits.count - 1)", line: nil)
    default: throw .wrongKind(key: key, element: nil, expected: "an index or a label", line: nil)
    }
  }

  /// A flat list of numbers in the rows that a shape makes of it.
  func reshaped(_ table: LogitTable, by shape: JSONValue?) throws(FileProblem) -> LogitTable {
    guard let shape, shape != .null else { return table }
    guard case .array(let elements) = shape,
      let sizes = elements.allMapped({ $0.asNumber.flatMap { Int(exactly: $0) } }),
      let total = product(sizes)
    else {
      throw .wrongKind(key: "shape", element: nil, expected: "a list of sizes", line: nil)
    }
    let count = table.rows.reduce(0) { $0 + $1.logits.count }
    let words = sizes.map { String($0) }.joined(separator: "×")
    guard total == count else {
      throw .refused(key: "shape", "it is \(words), and there are \(count) numbers", line: nil)
    }
    let width = sizes.last ?? 1
    guard table.rows.count == 1, width > 0 else {
      guard table.rows.allSatisfy({ $0.logits.count == width }) else {
        throw .refused(key: "shape", "it is \(words), and the lists are not", line: nil)
      }
      return table
    }
    let (logits, labels) = (table.rows[0].logits, table.rows[0].labels)
    guard labels == nil || width == count else {
      throw .refused(key: "shape", "it is \(words), and each number has a name", line: nil)
    }
    let rows = stride(from: 0, to: count, by: width).map {
      LogitVector(labels: labels, logits: Array(logits[$0..<$0 + width]))
    }
    return LogitTable(rows, notices: table.notices)
  }
}
