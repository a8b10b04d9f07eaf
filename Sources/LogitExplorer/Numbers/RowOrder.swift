/// In which order classes stand on the rows of the table.
package struct RowOrder: Equatable, Sendable {
  private let order: [UInt32]
  /// The row of each class.
  private let places: [UInt32]

  init(_ classes: [Int]) { self.init(classes.map { UInt32($0) }) }

  init(_ order: [UInt32]) {
    var places = [UInt32](repeating: 0, count: order.count)
    for (row, index) in order.enumerated() { places[Int(index)] = UInt32(row) }
    (self.order, self.places) = (order, places)
  }

  /// The document's indices from the first row on.
  package var classes: [Int] { order.map { Int($0) } }

  package func classIndex(atRow row: Int) -> Int { Int(order[row]) }

  /// The row of a class; `nil` for one that is not there.
  package func row(of index: Int) -> Int? {
    places.indices.contains(index) ? Int(places[index]) : nil
  }
}
