import LogitExplorer
import LogitViews
import TerminalCells
import Testing

/// Numbers that give a covered one away by what stands beside them.
@Suite struct CoveredPartsTests {
  private let sizes = [(80, 24), (40, 12), (200, 60)].map { Size(width: $0.0, height: $0.1) }

  private func text(_ lens: Lens, _ size: Size, hiding word: String) -> String {
    var state = ExplorerState(lens: lens)
    guard let cover = Cover(rawValue: word) else { return "" }
    _ = state.reduce(.display(.cover([cover])))
    state.adopt(Layout(state, size: size))
    return frame(state, size: size, glyphs: .blocks).grid.text
  }

  @Test(arguments: ["loss", "entropy", "p", "log-p"])
  func `the parts of the loss are covered with it, and with the entropy`(word: String) {
    for size in sizes {
      let shown = text(.loss, size, hiding: word)
      #expect(shown.contains("floor ▒") || size.width < 50, "\(shown)")
      #expect(!shown.contains("floor 0") && !shown.contains("1.098612"), "\(shown)")
    }
    #expect(text(.loss, sizes[0], hiding: "gradient").contains("floor 0"))
  }

  @Test func `an equation with log Σ exp in it ends in a cover`() {
    let lines = text(.softmax, sizes[0], hiding: "logsumexp").split(separator: "\n")
    #expect(lines.contains { $0.contains("− logΣexp = ▒▒▒") })
  }
}
