import LogitExplorer
import LogitFiles
import LogitKernel
import LogitscopeResources
import TerminalCells
import Testing

@testable import LogitViews

/// What goes wrong must be readable wherever the lens is shown, beside the note of the document too.
@Suite struct NumericsSentenceTests {
  private static let sizes = [
    Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 35),
  ]

  @Test(arguments: GalleryCase.all.map(\.name))
  func `the sentence and the note of a case are whole on every home screen`(name: String) throws {
    let known = try #require(GalleryCase.all.first { $0.name == name })
    var state = ExplorerState(lens: .numerics)
    let document = try Document(bytes: known.bytes, ending: "toml", name: "")
    _ = state.reduce(.world(.opened(document, path: nil)))
    let sentence = NumericsPanel(state).sentence.text
    for size in Self.sizes {
      let rows = frame(state, size: size, glyphs: .blocks).grid.textRows
      let screen = rows.joined(separator: "\n")
      #expect(holds(rows, document.note), "\(size): \(document.note)\n\(screen)")
      #expect(holds(rows, sentence), "\(size): \(sentence)\n\(screen)")
    }
  }

  /// Whether the text stands there, on one row or broken at a space into several, its hyphens
  /// shown as hyphens or as minus signs.
  private func holds(_ rows: [String], _ text: String) -> Bool {
    let joined = rows.map { $0.split(separator: " ").joined(separator: " ") }
    return joined.joined(separator: " ").replacing("−", with: "-")
      .contains(text.replacing("−", with: "-"))
  }

  @Test(arguments: [2048.0, 2])
  func `a loss of minus zero is explained, and the same in the column of the loss`(logit: Double) {
    var document = Document(name: "", logits: [logit, logit], target: .index(0))
    document.arithmetic = Arithmetic(.fusedOtherAssociation, in: .binary16)
    var state = ExplorerState(document: document, lens: .numerics)
    let size = Size(width: 80, height: 24)
    state.adopt(Layout(state, size: size))
    let rows = frame(state, size: size, glyphs: .blocks).grid.textRows
    let isZero = logit == 2048
    #expect(rows.contains { $0.contains("−0 is just 0: minus log p") } == isZero)
    #expect(
      rows.contains { $0.split(separator: " ").contains("−0") && $0.contains("loss") } == isZero)
    let surprise = state.numbers.present.surprise(at: 0)
    #expect((surprise.text(digits: 6) == "-0") == isZero)
  }

  @Test func `a large screen shows every format, however many classes there are`() {
    let document = Document(name: "many", logits: (0..<50).map { Double($0 % 7) })
    var state = ExplorerState(document: document, lens: .numerics)
    let size = Size(width: 120, height: 35)
    for part in [NumericsPart.steps, .formats] {
      _ = state.reduce(.numerics(.setPart(part)))
      state.adopt(Layout(state, size: size))
      let rows = frame(state, size: size, glyphs: .blocks).grid.textRows
      for format in NumberFormat.all {
        #expect(rows.contains { $0.contains(" \(format.name) ") }, "\(format.name)")
      }
      #expect(rows.contains { $0.contains("= right to the last bit   3.2u ulps off") })
    }
  }
}
