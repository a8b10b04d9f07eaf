import TerminalCells
import Testing

@testable import LogitViews

@Suite struct StackedStripTests {
  private let examples: [[Double]] = [
    [0.659, 0.2424, 0.0986], [0.25, 0.25, 0.5], [1e-300, 1], [0, 0.5, 0.5],
  ]

  @Test(arguments: 1...90)
  func `parts fill the width exactly`(width: Int) {
    for shares in examples {
      let cells = StripPart.allot(shares, width: width)
      #expect(cells.reduce(0, +) == width)
      for (count, share) in zip(cells, shares) {
        let ideal: Double = share * Double(width)
        #expect(abs(Double(count) - ideal) < 1)
      }
    }
  }

  @Test func `what is no share gets nothing`() {
    #expect(StripPart.allot([.nan, 1, -1], width: 7) == [0, 7, 0])
    #expect(StripPart.allot([.nan, .nan], width: 7) == [0, 0])
  }

  private func strip(_ shares: [Double], width: Int) -> String {
    var grid = CellGrid(size: Size(width: width, height: 1))
    let classes: [(label: String, mark: Unicode.Scalar)] = [("setosa", "1"), ("versicolor", "2")]
    grid.drawStrip(shares, in: grid.area) {
      StripPart(label: classes[$0].label, mark: classes[$0].mark, style: .series(0))
    }
    return grid.row(0).map(\.glyph.text).joined()
  }

  @Test func `labels stay where they are while an edge moves a little`() {
    let (a, b) = (strip([0.50, 0.50], width: 80), strip([0.51, 0.49], width: 80))
    #expect(a != b)
    for label in ["setosa", "versicolor"] {
      let places = [a, b].map { $0.firstRange(of: label)?.lowerBound }
      #expect(places[0] != nil && places[0] == places[1])
    }
  }

  @Test(arguments: 6...80)
  func `a label, or else its letter, stands within its part`(width: Int) {
    for share in stride(from: 0.05, to: 1, by: 0.05) {
      let row = Array(strip([share, 1 - share], width: width))
      #expect(row.count == width)
      let edge = StripPart.allot([share, 1 - share], width: width)[0]
      for (part, name, mark) in [(row[..<edge], "setosa", "1"), (row[edge...], "versicolor", "2")] {
        #expect(part.allSatisfy((name + mark + "│… ").contains))
        #expect(part.isEmpty || part.contains { $0 == name.first || String($0) == mark })
      }
    }
  }
}
