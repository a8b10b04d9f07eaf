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
}
