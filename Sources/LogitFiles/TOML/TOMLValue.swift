/// A TOML value, with the line it starts on.
package struct TOMLItem: Equatable, Sendable {
  package enum Value: Equatable, Sendable {
    case string(String)
    case integer(Int)
    case float(Double)
    case bool(Bool)
    case array([TOMLItem])
    case table(TOMLTable)
  }

  package var value: Value
  /// Counted from 1.
  package var line: Int

  package var string: String? {
    if case .string(let string) = value { string } else { nil }
  }

  package var integer: Int? {
    if case .integer(let integer) = value { integer } else { nil }
  }

  /// A float, or an integer as one.
  package var number: Double? {
    switch value {
    case .float(let float): float
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  package var array: [TOMLItem]? {
    if case .array(let array) = value { array } else { nil }
  }
}

/// Keys and values in the order of the text.
package struct TOMLTable: Equatable, Sendable {
  package private(set) var keys: [String] = []
  private var items: [String: TOMLItem] = [:]

  package init() {}

  package subscript(key: String) -> TOMLItem? { items[key] }

  /// Puts a value where no other is, below tables that are made on the way; an array on the way
  /// stands for its last element.
  ///
  /// - Returns: False where something else is in the way.
  mutating func insert(_ item: TOMLItem, at path: ArraySlice<String>) -> Bool {
    guard let key = path.first else { return false }
    let rest = path.dropFirst()
    guard !rest.isEmpty else {
      guard items[key] == nil else { return false }
      add(item, key)
      return true
    }
    return change(key, line: item.line) { $0.insert(item, at: rest) }
  }

  /// Makes sure that there is a table at the path.
  mutating func open(_ path: ArraySlice<String>, line: Int) -> Bool {
    guard let key = path.first else { return true }
    return change(key, line: line) { $0.open(path.dropFirst(), line: line) }
  }

  /// Adds an empty table to the array of tables at the path.
  mutating func append(at path: ArraySlice<String>, line: Int) -> Bool {
    guard let key = path.first else { return false }
    let rest = path.dropFirst()
    guard rest.isEmpty else { return change(key, line: line) { $0.append(at: rest, line: line) } }
    let table = TOMLItem(value: .table(TOMLTable()), line: line)
    guard let item = items[key] else {
      add(TOMLItem(value: .array([table]), line: line), key)
      return true
    }
    guard case .array(let tables) = item.value, case .table? = tables.last?.value else {
      return false
    }
    items[key]?.value = .array(tables + [table])
    return true
  }

  private mutating func add(_ item: TOMLItem, _ key: String) {
    keys.append(key)
    items[key] = item
  }

  /// Changes the table under a key, which is made where there is none.
  private mutating func change(
    _ key: String, line: Int, _ body: (inout TOMLTable) -> Bool
  ) -> Bool {
    if items[key] == nil { add(TOMLItem(value: .table(TOMLTable()), line: line), key) }
    guard let item = items[key] else { return false }
    switch item.value {
    case .table(var table):
      guard body(&table) else { return false }
      items[key]?.value = .table(table)
    case .array(var elements):
      guard let last = elements.popLast(), case .table(var table) = last.value, body(&table)
      else { return false }
      elements.append(TOMLItem(value: .table(table), line: last.line))
      items[key]?.value = .array(elements)
    default: return false
    }
    return true
  }
}
