import LogitExplorer
import LogitKernel
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct ProbabilityBarTests {
  private func bar(
    _ logits: [Double], _ scale: AxisScale = .linear, ghost: [Double]? = nil
  ) -> String {
    func point(_ logits: [Double]) -> ProbabilityPoint {
      let row = LogitRow(logits)
      return ProbabilityPoint(
        on: scale, probability: row.probability(at: 0), logProbability: row.logProbability(at: 0),
        logOdds: row.logOdds(at: 0))
    }
    var grid = CellGrid(size: Size(width: 8, height: 1), glyphs: .blocks)
    grid.drawProbabilityBar(
      point(logits), ghost: ghost.map(point),
      in: Rect(row: 0, column: 0, width: 8, height: 1), style: .plain)
    return grid.textRows[0]
  }

  @Test func `as long as the probability, in eighths`() {
    #expect(bar([0, 0]) == "████    ")
    #expect(bar([1, -.infinity]) == "████████")
    #expect(bar([0, 0, 0]) == "██▋     ")
    #expect(bar([-.infinity, 1]) == "        ")
  }

  @Test func `what is above 0 always leaves a mark`() {
    #expect(bar([0, 1000]) == "·       " || bar([0, 1000]).first == "▏")
    #expect(bar([0, 100], .log) == "<       ")
    #expect(bar([.nan, 1]).hasPrefix("nan"))
  }

  @Test func `a cell stands for the probability it is drawn to`() {
    let linear = ProbabilityAxis(.linear)
    #expect(linear.probability(atColumn: 3, width: 8) == 0.5)
    #expect(linear.probability(atColumn: 7, width: 8) == 1)
    #expect(linear.probability(atColumn: -1, width: 8) == 0)
    #expect(linear.probability(atColumn: 99, width: 8) == 1)
    #expect(ProbabilityAxis(.log).probability(atColumn: 7, width: 8) == 1)
    #expect(abs(ProbabilityAxis(.log).probability(atColumn: 3, width: 8) - 1e-4) < 1e-10)
  }
}
