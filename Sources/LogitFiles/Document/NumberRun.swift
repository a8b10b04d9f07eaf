internal import TOMLKit

/// Many numbers of a document written as one element: `{ value = 0, count = 512 }` for one number over
/// and over, `{ from = 0, to = 100, count = 1001 }` for equal steps.
struct NumberRun {
  let count: Int
  private let first: Double
  private let last: Double

  /// nil for anything else.
  init?(_ value: any TOMLValueConvertible) {
    guard let table = value.table, let count = table["count"]?.int, count >= 0 else { return nil }
    // More than any document may have, and little enough to be added up.
    self.count = min(count, 1 << 40)
    switch (table["value"]?.number, table["from"]?.number, table["to"]?.number) {
    case (let value?, nil, nil) where table.count == 2: (first, last) = (value, value)
    case (nil, let from?, let to?) where table.count == 3: (first, last) = (from, to)
    default: return nil
    }
  }

  /// Every step is counted from the start, so that errors do not add up.
  var numbers: [Double] {
    guard count > 1, first.bitPattern != last.bitPattern else {
      return Array(repeating: first, count: count)
    }
    let steps = Double(count - 1)
    return (0..<count).map { index in
      let part = Double(index) / steps
      let moved = first + (last - first) * Double(index) / steps
      // Where a difference or a product is beyond Double's range, a weighted mean of the ends is not.
      return moved.isFinite ? moved : first * (1 - part) + last * part
    }
  }
}
