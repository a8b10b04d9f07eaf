import TerminalCells
import Testing

@testable import LogitViews

@Suite struct SignedBarTests {
  private func bar(_ value: Double, ghost: Double? = nil, _ glyphs: GlyphLevel = .blocks) -> String
  {
    var grid = CellGrid(size: Size(width: 9, height: 1), glyphs: glyphs)
    grid.drawSignedBar(
      value, ghost: ghost, scale: SignedScale(limit: 2), in: grid.area, style: .plain)
    return grid.textRows[0]
  }

  @Test func `bars grow from zero to both sides on one scale`() {
    #expect(bar(2) == "    │████")
    #expect(bar(-2) == "████│    ")
    #expect(bar(0.75) == "    │█▌  ")
    #expect(bar(0) == "    │    ")
  }

  @Test func `what is off the scale says so`() {
    #expect(bar(3) == "    │███>")
    #expect(bar(-3) == "<███│    ")
  }

  @Test func `infinities and nan are words`() {
    #expect(bar(.infinity) == "    │inf ")
    #expect(bar(-.infinity) == "−inf│    ")
    #expect(bar(.nan) == "    │nan ")
  }

  @Test func `the least value leaves a mark`() {
    #expect(bar(.leastNonzeroMagnitude) == "    │·   ")
    #expect(bar(-1e-9, .ascii) == "   .|    ")
  }

  @Test func `a ghost stands where the other value's bar ends`() {
    #expect(bar(0.5, ghost: 1.4) == "    │█ ┆ ")
    #expect(bar(2, ghost: -1) == " ┆  │████")
  }

  @Test func `a scale is the least nice number that covers all finite values`() {
    #expect(SignedScale(covering: [0.1, -2.1, .infinity, .nan]).limit == 2.5)
    #expect(SignedScale(covering: [1.7e308]).limit == .greatestFiniteMagnitude)
    #expect(SignedScale(covering: []).limit == 1)
  }

  @Test func `a scale of what is being nudged holds the values and stands still`() {
    #expect(SignedScale(holding: [0.1, -2.1, .infinity, .nan]).limit == 3)
    #expect(SignedScale(holding: [2.0]) == SignedScale(holding: [2.1]))
    #expect(SignedScale(holding: [2.0], atLeast: 10).limit == 10)
    #expect(SignedScale(holding: [.greatestFiniteMagnitude]).limit == .greatestFiniteMagnitude)
    #expect(SignedScale(holding: []).limit == 1)
  }
}
