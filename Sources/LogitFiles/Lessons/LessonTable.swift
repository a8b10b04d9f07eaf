internal import LogitExplorer
internal import LogitKernel
internal import TOMLKit

/// A table of a lesson file, and where it stands in it.
struct LessonTable {
  private let table: TOMLTable
  private let sections: TOMLSections
  private let section: TOMLSections.Section?

  init(_ table: TOMLTable, _ sections: TOMLSections, section: TOMLSections.Section?) {
    (self.table, self.sections, self.section) = (table, sections, section)
  }

  // MARK: Faults

  /// What is wrong, at a text under a key.
  func problem(
    _ key: String?, _ words: String, at text: String? = nil, column: Int = 1
  ) -> FileProblem {
    let place = sections.place(of: text, under: key, in: section)
    return .toml(line: place.line, column: place.column + column - 1, words)
  }

  func missing(_ key: String) -> FileProblem { problem(nil, "“\(key)” is missing") }

  func wrong(_ key: String, _ expected: String) -> FileProblem {
    has(key) ? problem(key, "“\(key)” should be \(expected)") : missing(key)
  }

  func refuseKeys(but known: [String]) throws(FileProblem) {
    guard let key = table.keys.first(where: { !known.contains($0) }) else { return }
    let near = nearest(to: key, among: known).map { "; \($0)?" } ?? ""
    throw problem(key, "there is no key “\(key)” here" + near)
  }

  // MARK: Parts

  subscript(key: String) -> (any TOMLValueConvertible)? { table[key] }

  func has(_ key: String) -> Bool { table[key] != nil }

  func table(_ key: String) -> LessonTable? {
    table[key]?.table.map {
      LessonTable($0, sections, section: sections.sections(named: key).first)
    }
  }

  func tables(_ key: String) throws(FileProblem) -> [LessonTable] {
    guard let value = table[key] else { return [] }
    guard let array = value.array else { throw wrong(key, "tables: [[\(key)]]") }
    let places = sections.sections(named: key)
    var tables: [LessonTable] = []
    for (index, element) in array.enumerated() {
      guard let table = element.table else { throw wrong(key, "tables: [[\(key)]]") }
      let place = places.count == array.count ? places[index] : section
      tables.append(LessonTable(table, sections, section: place))
    }
    return tables
  }

  func removing(_ keys: [String]) -> LessonTable {
    let rest = TOMLTable()
    for key in table.keys where !keys.contains(key) { rest[key] = table[key] }
    return LessonTable(rest, sections, section: section)
  }

  /// The table as a document.
  func document() throws(FileProblem) -> Document {
    try DocumentReader(table: table) { key in sections.place(under: key, in: section).line }
      .document(named: "")
  }

  // MARK: Values

  func integer(_ key: String) throws(FileProblem) -> Int? {
    guard let value = table[key] else { return nil }
    guard let integer = value.int else { throw wrong(key, "a whole number") }
    return integer
  }

  func number(_ key: String) throws(FileProblem) -> Double? {
    guard let value = table[key] else { return nil }
    guard let number = value.number else { throw wrong(key, "a number") }
    return number
  }

  func optionalText(_ key: String) throws(FileProblem) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrong(key, "a text in quotes") }
    guard text.utf8.count <= LessonTable.textLimit else {
      throw problem(
        key, "“\(key)” has more than \(LessonTable.textLimit) bytes; that is no text for a lesson")
    }
    return oneLine(text)
  }

  func text(_ key: String) throws(FileProblem) -> String {
    guard let text = try optionalText(key), !text.isEmpty else { throw wrong(key, "a text") }
    return text
  }

  /// A text, or several in an array.
  func texts(_ key: String) throws(FileProblem) -> [String]? {
    guard let value = table[key] else { return nil }
    if value.string != nil { return [try text(key)] }
    guard let array = value.array else { throw wrong(key, "texts in an array") }
    var texts: [String] = []
    for element in array {
      guard let text = element.string, text.utf8.count <= LessonTable.textLimit else {
        throw wrong(key, "texts in an array, each of at most \(LessonTable.textLimit) bytes")
      }
      texts.append(oneLine(text))
    }
    return texts
  }

  /// Breaks and tabs as blanks, and no character that a terminal might obey.
  private func oneLine(_ text: String) -> String {
    visible(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private static let textLimit = 2000

  // MARK: Words

  func choice<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) throws(FileProblem) -> Word? where Word.RawValue == String {
    guard let word = try optionalText(key) else { return nil }
    return try choice(key, word, type)
  }

  func choice<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ word: String, _ type: Word.Type
  ) throws(FileProblem) -> Word where Word.RawValue == String {
    if let choice = Word(rawValue: word) { return choice }
    let words = Word.allCases.map(\.rawValue)
    throw problem(
      key, "“\(word)” should be one of: \(words.joined(separator: ", "))", at: word)
  }

  func covers(_ key: String) throws(FileProblem) -> Set<Cover> {
    var covers: Set<Cover> = []
    for word in try texts(key) ?? [] {
      if word == "all" {
        covers.formUnion(Cover.allCases)
      } else {
        covers.insert(try choice(key, word, Cover.self))
      }
    }
    return covers
  }

  func className(_ key: String) throws(FileProblem) -> ClassName? {
    guard let value = table[key] else { return nil }
    guard let name = ClassName(value) else { throw wrong(key, "a label, or an index from 0") }
    return name
  }
}

extension ClassName {
  init?(_ value: any TOMLValueConvertible) {
    if let index = value.int {
      self = .index(index)
    } else if let label = value.string {
      self = .label(label)
    } else {
      return nil
    }
  }
}
