import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct TemperaturePanelTests {
  private func screen(_ document: Document) -> [String] {
    let state = ExplorerState(document: document, lens: .temperature)
    return frame(state, size: Size(width: 120, height: 28), glyphs: .blocks).grid.textRows
  }

  private func holds(_ rows: [String], _ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  @Test func `five temperatures, the present one in the middle`() {
    let rows = screen(Document(name: "", logits: [2, 1, 0.1], temperature: 2))
    for heading in ["T=0.5", "T=1", "T=2", "T=4"] { #expect(holds(rows, heading)) }
    #expect(holds(rows, "0.659001"))
  }

  @Test func `curves have their marks in a legend`() {
    #expect(holds(screen(.flowers), "a setosa") && holds(screen(.flowers), "H entropy"))
  }

  @Test func `a row without a distribution is drawn all the same`() {
    let words: [([Double], String)] = [
      ([.nan, 1], "H nan nats · e^H nan"), ([.infinity, .infinity], "H nan nats · e^H nan"),
      ([-.infinity], "H 0 nats · e^H 1"), ([], "no classes: a adds one"),
    ]
    for (logits, text) in words {
      #expect(holds(screen(Document(name: "", logits: logits)), text), "\(logits)")
    }
  }
}
