/// Columns and rows of cells; never negative.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = Rect.length(width)
    self.height = Rect.length(height)
  }
}

/// A cell's place, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// An area of cells.
///
/// Every operation saturates: an area can become empty, never negative.
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let width: Int
  package let height: Int

  package init(row: Int, column: Int, width: Int, height: Int) {
    self.row = min(max(row, -Rect.bound), Rect.bound)
    self.column = min(max(column, -Rect.bound), Rect.bound)
    self.width = Rect.length(width)
    self.height = Rect.length(height)
  }

  package init(_ size: Size) {
    self.init(row: 0, column: 0, width: size.width, height: size.height)
  }

  package static let empty = Rect(row: 0, column: 0, width: 0, height: 0)

  // Far beyond any terminal, and small enough that no sum of four of them overflows.
  static let bound = 1 << 28
  static func length(_ value: Int) -> Int { min(max(value, 0), bound) }
}

extension Rect {
  package var isEmpty: Bool { width == 0 || height == 0 }
  package var size: Size { Size(width: width, height: height) }
  /// The first row below the area.
  package var endRow: Int { row + height }
  /// The first column to the right of the area.
  package var endColumn: Int { column + width }
  package var rows: Range<Int> { row..<endRow }
  package var columns: Range<Int> { column..<endColumn }

  package func contains(_ point: Point) -> Bool {
    rows.contains(point.row) && columns.contains(point.column)
  }

  package func intersection(_ other: Rect) -> Rect {
    let (top, left) = (max(row, other.row), max(column, other.column))
    let (bottom, right) = (min(endRow, other.endRow), min(endColumn, other.endColumn))
    guard bottom > top, right > left else {
      return Rect(row: top, column: left, width: 0, height: 0)
    }
    return Rect(row: top, column: left, width: right - left, height: bottom - top)
  }

  /// The uppermost `count` rows, or all of them when there are fewer.
  package func top(_ count: Int) -> Rect {
    Rect(row: row, column: column, width: width, height: min(Rect.length(count), height))
  }

  package func bottom(_ count: Int) -> Rect { removingTop(height - Rect.length(count)) }

  package func left(_ count: Int) -> Rect {
    Rect(row: row, column: column, width: min(Rect.length(count), width), height: height)
  }

  package func right(_ count: Int) -> Rect { removingLeft(width - Rect.length(count)) }

  package func removingTop(_ count: Int) -> Rect {
    let taken = min(Rect.length(count), height)
    return Rect(row: row + taken, column: column, width: width, height: height - taken)
  }

  package func removingBottom(_ count: Int) -> Rect { top(height - Rect.length(count)) }

  package func removingLeft(_ count: Int) -> Rect {
    let taken = min(Rect.length(count), width)
    return Rect(row: row, column: column + taken, width: width - taken, height: height)
  }

  package func removingRight(_ count: Int) -> Rect { left(width - Rect.length(count)) }

  /// One row of the area, counted from its top; empty when it has no such row.
  package func row(at index: Int) -> Rect {
    index < 0 ? top(0) : removingTop(index).top(1)
  }

  /// The area without a margin on each side.
  package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    removingTop(rows).removingBottom(rows).removingLeft(columns).removingRight(columns)
  }
}
