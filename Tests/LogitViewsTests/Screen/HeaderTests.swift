import LogitExplorer
import LogitKernel
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

@Suite struct HeaderTests {
  private func top(_ state: ExplorerState, _ width: Int = 80, _ height: Int = 24) -> [String] {
    Array(
      frame(state, size: Size(width: width, height: height), glyphs: .blocks).grid.textRows
        .prefix(2))
  }

  @Test func `what is open, at which temperature, against which target`() {
    var state = ExplorerState()
    #expect(top(state)[0].hasPrefix(" logitscope  flowers · 3 classes"))
    #expect(top(state)[0].hasSuffix("exact    T 1    target setosa "))
    for key in [">", "b", "<Space>"] { _ = state.press(key) }
    #expect(top(state)[0].contains("flowers (changed) · 3 classes"))
    #expect(top(state)[0].hasSuffix("baseline  exact  T 1.25  no target "))
  }

  @Test func `tabs stand where the mouse finds them`() {
    let state = ExplorerState(lens: .loss)
    let layout = Layout(state, size: Size(width: 80, height: 24))
    for (lens, area) in Header.tabPlaces(layout) {
      let point = Point(row: area.row, column: area.column + 1)
      #expect(hit(at: point, state, layout, glyphs: .blocks) == .tab(lens))
    }
    #expect(top(state)[1].contains("[Loss]"))
  }

  @Test func `a small screen says which lens of how many`() {
    #expect(top(ExplorerState(), 40, 12)[0].contains("Softmax 1/\(Lens.allCases.count)"))
  }

  @Test func `a small screen says how the numbers come about`() {
    var state = ExplorerState(document: Document(name: "long name", logits: [1], temperature: 0.07))
    for format in NumberFormat.all {
      for algorithm in Algorithm.all {
        _ = state.reduce(state.setting("format", format.name))
        _ = state.reduce(state.setting("algorithm", algorithm.name))
        let arithmetic = state.document.arithmetic.summary
        for width in [40, 30] {
          let line = top(state, width, 12)[0]
          #expect(line.contains(arithmetic), "\(width): \(line)")
          #expect(width < 40 || line.contains("Softmax") && line.hasSuffix("T 0.07 "), "\(line)")
        }
      }
    }
  }

  @Test func `a full header gives up the target before the arithmetic`() {
    var state = ExplorerState()
    for (key, text) in [
      ("format", "bfloat16"), ("accumulator", "binary32"), ("algorithm", "compensated"),
    ] {
      _ = state.reduce(state.setting(key, text))
    }
    #expect(top(state, 50, 20)[0].contains(" bfloat16 compensated, sums in binary32  T 1 "))
  }

  @Test func `how many classes there are is said before the program's name`() {
    let document = Document(
      name: "a rather long name of a file that is open", logits: [1, 2, 3, 4], target: .index(1))
    let state = ExplorerState(document: document)
    #expect(top(state, 100)[0].hasPrefix(" logitscope  a rather long"))
    #expect(top(state)[0].hasPrefix(" a rather long name of a fi"))
    #expect(top(state)[0].contains("… · 4 classes exact  T 1"))
  }

  @Test func `a hostile name stays one line of symbols`() {
    let state = ExplorerState(document: Document(name: "a\u{1b}[2J\nb", logits: [1]))
    #expect(!top(state)[0].unicodeScalars.contains { $0.value < 0x20 })
  }
}
