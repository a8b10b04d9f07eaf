import Testing

@testable import TerminalCells

@Suite struct StyleTests {
  @Test func `series colours repeat in both directions`() {
    #expect(Style.series(0).role == .series1)
    #expect(Style.series(7) == Style.series(0))
    #expect(Style.series(-1).role == .series7)
  }

  @Test func `each set of attributes has its own letter`() {
    var letters: Set<Character> = []
    for bits in 0..<8 {
      letters.insert(
        Style(.plain, isReversed: bits & 1 > 0, isBold: bits & 2 > 0, isUnderlined: bits & 4 > 0)
          .attributeLetter)
    }
    #expect(letters == Set(".1234567"))
    #expect(Style.dim.reversed.underlined.attributeLetter == "5")
    #expect(Style.dim.bold.role == .dim)
  }
}
