import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct SoftmaxLensTests {
  private func screen(_ document: Document, _ keys: [String] = []) -> [String] {
    var state = ExplorerState(document: document)
    for key in keys { _ = state.press(key) }
    return frame(state, size: Size(width: 100, height: 26), glyphs: .blocks).grid.textRows
  }

  private func holds(_ rows: [String], _ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  @Test func `the formula with the class's own numbers`() {
    let rows = screen(.flowers)
    #expect(holds(rows, "p(setosa) = e^2.0 / Σ = 7.389056 / 11.212509 = 0.659001"))
    #expect(holds(rows, "Σ = e^2.0 + e^1.0 + e^0.1 = 7.389056 + 2.718282 + 1.105171 "))
    #expect(holds(rows, "log p(setosa) = 2.0 − logΣexp = −0.417030"))
    #expect(holds(rows, "Σp 1 · H 0.846"))
  }

  @Test func `with the greatest taken out where the sum does not fit`() {
    let rows = screen(Document(name: "", logits: [1000, 1001, 1002]))
    #expect(holds(rows, "take the greatest out, m = 1002.0"))
    #expect(holds(rows, "= 0.135335 / 1.503215 = 0.090031"))
  }

  @Test func `why there is nothing to divide`() {
    #expect(holds(screen(Document(name: "", logits: [1, .nan])), "a nan among the logits"))
    #expect(
      holds(screen(Document(name: "", logits: [.infinity, .infinity])), "inf/inf has no value"))
    #expect(
      holds(screen(Document(name: "", logits: [1, 1, 0], temperature: 0)), "2 greatest share"))
    #expect(holds(screen(.flowers, ["m"]), "masked: e^−inf = 0"))
  }

  @Test func `differences from the pinned state`() {
    let rows = screen(.flowers, ["b", "l"])
    #expect(holds(rows, "p(setosa) − baseline = +0.022"))
    #expect(holds(rows, "H − baseline = −0.02"))
    #expect(holds(rows, "KL(p‖baseline)"))
  }

  @Test func `odds stand where there is room`() {
    #expect(holds(screen(.flowers), "0.659001"))
    let wide = frame(ExplorerState(), size: Size(width: 160, height: 30), glyphs: .blocks).grid
    #expect(wide.textRows.contains { $0.contains("odds") })
  }

  @Test func `equations are broken between their steps`() {
    #expect(SoftmaxPanel.join(["a = b", "= c", "= d"], width: 9) == ["a = b = c", "  = d"])
    #expect(SoftmaxPanel.join(["much too long"], width: 5) == [])
  }
}
