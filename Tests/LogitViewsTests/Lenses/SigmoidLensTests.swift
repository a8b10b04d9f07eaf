import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct SigmoidLensTests {
  private func screen(_ document: Document) -> [String] {
    let state = ExplorerState(document: document, lens: .sigmoid)
    return frame(state, size: Size(width: 100, height: 28), glyphs: .blocks).grid.textRows
  }

  private func holds(_ rows: [String], _ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  @Test func `each class answers for itself, and the answers do not sum to 1`() {
    let rows = screen(.flowers)
    #expect(holds(rows, "0.880797") && holds(rows, "0.731059") && holds(rows, "0.524979"))
    #expect(holds(rows, "Σσ 2.136835, not 1 · Σp 1"))
    #expect(holds(rows, "softmax: p(setosa) = 0.659001"))
  }

  @Test func `two classes are the sigmoid of their difference`() {
    let rows = screen(Document(name: "", labels: ["yes", "no"], logits: [2, -1]))
    #expect(holds(rows, "p(yes) = σ(2.0 − (−1.0))") && holds(rows, "= 0.952574"))
  }

  @Test func `opposite logits sum to 1 by chance, and a NaN to nothing`() {
    #expect(holds(screen(Document(name: "", logits: [5, -5])), "Σσ 1 by chance"))
    #expect(holds(screen(Document(name: "", logits: [5, .nan])), "Σσ nan · Σp nan"))
  }

  @Test func `a long row is not summed on every frame`() {
    let long = Document(name: "", logits: Array(repeating: 0, count: 1001))
    #expect(holds(screen(long), "each class answers for itself"))
  }
}
