import Testing

@testable import TerminalCells

@Suite struct MinusSignTests {
  @Test(arguments: [
    ("-0.417030", "−0.417030"), ("log p = -1", "log p = −1"), ("(-inf)", "(−inf)"),
    ("e^-2.0", "e^−2.0"), ("1-e^-1000", "1−e^−1000"), ("-1+e^-40", "−1+e^−40"),
    ("1e-5", "1e−5"), ("-2.5E-300", "−2.5E−300"), ("-0x1.8cp-3", "−0x1.8cp−3"), ("-.5", "−.5"),
    ("-3, -2 and -1.", "−3, −2 and −1."), ("<-1.8e308", "<−1.8e308"), ("-inf/", "−inf/"),
    ("1-7.1e-218", "1−7.1e−218"),
  ])
  func `a number's minus is one`(text: String, shown: String) {
    #expect(text.withMinusSigns == shown)
  }

  @Test(arguments: [
    "", "-", "0-9", "log-odds", "page-1", "Alt-1", "mean-shifted", "--logits", "x-1.csv", "map-3",
    "fe-1", "a -b", "-info", "'-2'", "“-2”", "é-1", "2026-11-28", "1 - x", "1.5-2", "1-2",
    "0.1-7e5", "-−1",
  ])
  func `other hyphens stay`(text: String) {
    #expect(text.withMinusSigns == text)
  }

  @Test(arguments: GlyphLevel.allCases)
  func `a grid has it wherever it has more than ASCII, but not in a field`(glyphs: GlyphLevel) {
    var grid = CellGrid(size: Size(width: 6, height: 3), glyphs: glyphs)
    grid.write("-1e-5", row: 0, column: 0)
    grid.write("-1e-5", row: 1, endColumn: 6)
    grid.write("-1e-5", row: 2, column: 0, style: .input)
    let shown = glyphs == .ascii ? "-1e-5" : "−1e−5"
    #expect(grid.textRows == [shown + " ", " " + shown, "-1e-5 "])
  }
}
