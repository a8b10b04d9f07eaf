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

  @Test(
    arguments: [Lens.softmax, .temperature],
    [
      ([0, 1, 2], "no class is left"), ([0, 1], "only one class is left"), ([0], "leads by 0.9"),
    ] as [([Int], String)])
  func `the lead of the best is a number or words`(lens: Lens, masked: ([Int], String)) {
    let document = Document(
      name: "", logits: [2, 1, 0.1], isMasked: (0..<3).map(masked.0.contains))
    let state = ExplorerState(document: document, lens: lens)
    let text = frame(state, size: Size(width: 100, height: 26), glyphs: .blocks).grid.text
    #expect(text.contains(masked.1), "\(text)")
    #expect(!text.contains("leads by nan") && !text.contains("leads by inf"))
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

  static let equations: [([Double], Double, String)] = [
    ([1, .nan], 1, "p(class 1) = nan"),
    ([.infinity, .infinity], 1, "p(class 1) = inf / inf = nan"),
    ([1, .infinity], 1, "p(class 1) = e^1.0 / inf = 0"), ([.infinity, 1], 1, "p(class 1) = 1"),
    ([-.infinity, -.infinity], 1, "p(class 1) = 0 / 0 = nan"),
    ([-.infinity, 1], 1, "p(class 1) = e^−inf / Σ = 0"),
    ([-.infinity], 1, "p(class 1) = 1: one class alone"),
    ([2, 1], 0, "p(class 1) = lim e^(2.0/T) / Σ for T → 0 = 1"),
    ([1, 1, 0], 0, "p(class 1) = lim e^(1.0/T) / Σ for T → 0 = 1 / 2 = 0.500000"),
    ([5, 1, -.infinity], .infinity, "p(class 1) = e^0 / Σ = 1 / 2 = 0.500000"),
  ]

  @Test(arguments: equations)
  func `the equation where there is nothing to divide`(
    logits: [Double], temperature: Double, equation: String
  ) {
    let rows = screen(Document(name: "", logits: logits, temperature: temperature))
    #expect(rows.contains { $0.hasPrefix(" \(equation)  ") }, "\(rows[6...])")
  }

  @Test func `a masked class is e to minus infinity`() {
    #expect(holds(screen(.flowers, ["m"]), "p(setosa) = e^−inf / Σ = 0  "))
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
