import LogitExplorer
import LogitKernel
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct TemperatureLensTests {
  private func rows(
    _ document: Document, width: Int = 80, height: Int = 24, glyphs: GlyphLevel = .blocks
  ) -> [String] {
    let state = ExplorerState(document: document, lens: .temperature)
    return frame(state, size: Size(width: width, height: height), glyphs: glyphs).grid.textRows
  }

  private func flowers(at temperature: Double) -> Document {
    var document = Document.flowers
    document.temperature = temperature
    return document
  }

  @Test func `columns stand in the order of their temperatures, with the actual numbers`() {
    let rows = rows(.flowers)
    #expect(rows[3].contains(#/T=0\.5 +T=1 +T=2 /#))
    #expect(rows[4].contains(#/0\.863777 +0\.659001 +0\.501688 +█+/#))
    #expect(self.rows(flowers(at: -2))[3].contains(#/T=−1 +T=−2 +T=−4 /#))
  }

  @Test func `a wide screen has all five, a narrow one T`() {
    let wide = rows(.flowers, width: 200, height: 60)[3]
    #expect(wide.contains(#/T=0\.25 +T=0\.5 +T=1 +T=2 +T=4 /#))
    let narrow = rows(.flowers, width: 40, height: 12)
    #expect(narrow[1].contains("T=1"))
    #expect(narrow[2].contains("0.659001"))
  }

  @Test func `at T = 0 and T = ∞ the limit stands beside ordinary temperatures`() {
    let cold = rows(flowers(at: 0))
    #expect(cold[3].contains(#/T=0 +T=0\.5 +T=1 /#))
    #expect(cold[4].contains(#/ 1 +0\.863777 /#))
    #expect(cold.contains { $0.contains("the greatest logit takes all") })
    let hot = rows(flowers(at: .infinity))
    #expect(hot[3].contains(#/T=1 +T=4 +T=inf /#))
    #expect(hot.contains { $0.contains("An infinite T makes all finite logits equal") })
  }

  @Test func `a probability too near 0 or 1 for a Double does not read as 0 or 1`() {
    let rows = rows(Document(name: "", logits: [1000, 0]))
    #expect(rows[4].contains(" 1−e^−1000 "))
    #expect(rows[5].contains(" e^−1000 "))
  }

  @Test func `every class in the legend has a letter of its own on its curve`() {
    let rows = rows(.flowers)
    for legend in ["a setosa", "b versicolor", "c virginica", "H entropy/ln 3"] {
      #expect(rows.contains { $0.contains(legend) })
    }
    let plot = rows[8..<18].map { $0.prefix(58) }.joined()
    for mark in "abcH" { #expect(plot.contains(mark)) }
    #expect(plot.contains("┆"))
  }

  @Test func `the readout has the entropy, its exponential, the gap and the meaning`() {
    let text = rows(flowers(at: 0.5)).joined(separator: "\n")
    #expect(text.contains("T < 1 sharpens: every gap counts 2 times"))
    #expect(text.contains("best z leads by 2"))
  }

  @Test func `a long row has its curves too`() {
    let document = Document(
      name: "", labels: Array(repeating: "", count: 20_000),
      logits: (0..<20_000).map { $0 == 77 ? 12 : Double($0 % 7) })
    var grid = CellGrid(size: Size(width: 80, height: 12))
    TemperaturePanel(ExplorerState(document: document)).draw(in: grid.area, on: &grid)
    #expect(grid.text.contains("H entropy/ln 20000") && grid.text.contains("┆"))
    let longer = Document(name: "", logits: Array(repeating: 1, count: 100_000))
    TemperaturePanel(ExplorerState(document: longer)).draw(in: grid.area, on: &grid)
    #expect(grid.text.contains("H/ln 100000"))
  }

  @Test func `every size and every odd document draws`() {
    let odd: [[Double]] = [
      [], [1], [.nan, 0], [.infinity, 1], [.infinity, .infinity], [-.infinity, -.infinity],
      [1e308, -1e308],
    ]
    for logits in odd {
      for temperature in [0, -1, 0x1p-1074, .infinity, Double.nan] {
        let document = Document(name: "", logits: logits, temperature: temperature)
        #expect(rows(document, width: 100, height: 30).count == 30)
      }
    }
    for width in stride(from: 0, to: 200, by: 9) {
      for height in [0, 1, 8, 16, 19, 24, 50] {
        #expect(rows(.flowers, width: width, height: height, glyphs: .ascii).count == height)
      }
    }
  }
}
