import Testing

@testable import TerminalCells

@Suite struct RectTests {
  let home = Rect(row: 2, column: 3, width: 10, height: 4)

  @Test func `splitting at a row gives two areas that meet and fill the whole`() {
    for count in -1...6 {
      let (upper, lower) = (home.top(count), home.removingTop(count))
      #expect(upper.height + lower.height == home.height)
      #expect(upper.endRow == lower.row)
      #expect(home.bottom(count).endRow == home.endRow)
      #expect(home.bottom(count).height == upper.height)
    }
  }

  @Test func `splitting at a column gives two areas that meet and fill the whole`() {
    for count in -1...12 {
      let (first, second) = (home.left(count), home.removingLeft(count))
      #expect(first.width + second.width == home.width)
      #expect(first.endColumn == second.column)
      #expect(home.right(count).endColumn == home.endColumn)
      #expect(home.right(count).width == first.width)
    }
  }

  @Test func `no operation makes a negative area`() {
    let sizes = [Int.min, -3, 0, 1, 7, Int.max]
    for width in sizes {
      for height in sizes {
        let area = Rect(row: .max, column: .min, width: width, height: height)
        for count in sizes {
          for part in [
            area.top(count), area.bottom(count), area.left(count), area.right(count),
            area.removingTop(count), area.removingBottom(count), area.removingLeft(count),
            area.removingRight(count), area.inset(rows: count, columns: count), area.row(at: count),
          ] {
            #expect(part.width >= 0 && part.height >= 0)
            #expect(part.rows.count == part.height && part.columns.count == part.width)
          }
        }
      }
    }
  }

  @Test func `areas apart from each other share nothing`() {
    #expect(home.intersection(Rect(row: 6, column: 3, width: 5, height: 5)).isEmpty)
    #expect(home.intersection(Rect(row: 0, column: 0, width: 3, height: 9)).isEmpty)
    #expect(
      home.intersection(Rect(row: 0, column: 0, width: 5, height: 3))
        == Rect(row: 2, column: 3, width: 2, height: 1))
  }

  @Test func `a row of an area lies inside of it`() {
    #expect(home.row(at: 3) == Rect(row: 5, column: 3, width: 10, height: 1))
    #expect(home.row(at: 4).isEmpty)
    #expect(home.row(at: -1).isEmpty)
  }

  @Test func `an area holds its first cell and not the one after its last`() {
    #expect(home.contains(Point(row: 2, column: 3)))
    #expect(home.contains(Point(row: 5, column: 12)))
    #expect(!home.contains(Point(row: 6, column: 12)))
    #expect(!home.contains(Point(row: 5, column: 13)))
  }
}
