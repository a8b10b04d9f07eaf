internal import LogitKernel

/// The target of each row, from a file of its own.
///
/// A list of whole numbers in a `.npy` file; a text with an index, counted from 0, or the label of a class on
/// each line; or a JSON list of such.
package struct RowTargets: Sendable {
  private enum Entry: Sendable {
    case index(Int)
    case label(String)
    /// A label, or else an index.
    case word(String)
  }

  private var entries: [Entry] = []
  /// The lines they stand on, where they come from a text.
  private var lines: [Int]?
  /// What was guessed while reading.
  private(set) var notices: [String] = []

  /// Reads a file.
  package init(path: String) throws(FileProblem) {
    let file = try OpenFile(path, canWait: true)
    if file.isRegular, file.size > 0, let table = try LogitTable(binary: StoredBytes(file)) {
      try self.init(table)
    } else {
      try self.init(bytes: try file.readAll())
    }
  }

  package init(bytes: [UInt8]) throws(FileProblem) {
    self.init()
    if let table = try LogitTable(binary: StoredBytes(bytes[...])) {
      self = try RowTargets(table)
      return
    }
    let text = try decode(bytes)
    let body = text.trimmed
    guard let first = body.first else { throw .empty }
    if first == UInt8(ascii: "[") { try readJSON(body) } else { readLines(text) }
  }

  private init() {}

  /// An array of one dimension.
  private init(_ table: LogitTable) throws(FileProblem) {
    guard table.count == 1 else {
      throw .unreadable(
        "the array has \(table.count) rows, and a list of one target for each row was expected")
    }
    let numbers = try table.row(0).logits
    entries.reserveCapacity(numbers.count)
    for (element, number) in numbers.enumerated() {
      guard let index = Int(exactly: number) else {
        throw .notAnIndex(element: element, DecimalText.shortest(number))
      }
      entries.append(.index(index))
    }
  }

  private mutating func readJSON(_ text: Bytes) throws(FileProblem) {
    let json: JSONValue
    do throws(JSONProblem) {
      json = try JSONValue.parse(text, isFile: true)
    } catch {
      throw error.problem(in: text)
    }
    guard case .array(let elements) = json else { return }
    entries.reserveCapacity(elements.count)
    for (place, element) in elements.enumerated() {
      switch element {
      case .string(let label): entries.append(.label(label))
      case .number(let number):
        guard let index = Int(exactly: number) else {
          throw .notAnIndex(element: place, DecimalText.shortest(number))
        }
        entries.append(.index(index))
      default: throw .notAnIndex(element: place, element.kindWord)
      }
    }
  }

  private mutating func readLines(_ text: Bytes) {
    var (number, lines) = (0, [Int]())
    for line in ByteLines(text) {
      number += 1
      let word = line.trimmed
      // An empty line at the end is none; elsewhere it is a target that is missing.
      guard !word.isEmpty || number == 1 || !text[line.endIndex...].trimmed.isEmpty else { break }
      entries.append(.word(word.unquoted.string))
      lines.append(number)
    }
    self.lines = lines
  }

  /// The same without a first line that names the others, where there is one more than rows.
  func withoutHeading(for table: LogitTable) -> RowTargets {
    guard case .word(let word)? = entries.first, entries.count == table.count + 1,
      CellTable.targetNames.contains(word.lowercased())
    else { return self }
    var targets = self
    targets.entries.removeFirst()
    targets.lines?.removeFirst()
    targets.notices.append("The first line of the targets, “\(word)”, is taken for a name.")
    return targets
  }

  /// The class of each row of a table.
  ///
  /// - Throws: The first that is no class of its row, or that there are not as many as rows.
  func indices(in table: LogitTable) throws(FileProblem) -> [Int] {
    guard entries.count == table.count else {
      throw .targetsDiffer(count: entries.count, rows: table.count)
    }
    var (finder, indices) = (ClassFinder(), [Int]())
    indices.reserveCapacity(entries.count)
    for (row, entry) in entries.enumerated() {
      let classes = table.width(row)
      let found: (index: Int?, text: String) =
        switch entry {
        case .index(let index): (index, String(index))
        case .label(let label): (finder.index(of: label, in: table.labels(row)), label)
        case .word(let word):
          (finder.index(of: word, in: table.labels(row)) ?? Int(word), word)
        }
      guard let index = found.index, (0..<classes).contains(index) else {
        throw .notAClass(
          found.text, element: lines == nil ? row : nil, line: lines?[row], classes: classes)
      }
      indices.append(index)
    }
    return indices
  }
}

/// Finds classes by their labels, in a table of them that is kept while rows share their labels.
struct ClassFinder {
  private var labels: [String] = []
  private var places: [String: Int] = [:]

  /// The first class of that label.
  mutating func index(of label: String, in labels: [String]?) -> Int? {
    guard let labels, !labels.isEmpty else { return nil }
    if !labels.sharesStorage(with: self.labels) {
      self.labels = labels
      places = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    return places[label]
  }
}

extension [String] {
  fileprivate func sharesStorage(with other: [String]) -> Bool {
    withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
    }
  }
}
