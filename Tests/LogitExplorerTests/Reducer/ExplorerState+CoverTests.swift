import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateCoverTests {
  @Test func `one key covers p, and uncovers whatever is covered`() {
    var state = ExplorerState.flowers(after: "P")
    #expect(state.display.covered == [.probability])
    #expect(state.message?.text == "Covered: p. P reveals.")
    state.type("P")
    #expect(state.display.covered.isEmpty)
    #expect(state.message?.text == "Revealed: p.")
    _ = state.reduce(.display(.cover([.loss, .sigmoid])))
    #expect(state.message?.text == "Covered: sigmoid, loss. P reveals.")
    state.type("P")
    #expect(state.display.covered.isEmpty)
  }

  @Test func `what is revealed is said, and what is still covered`() {
    var state = ExplorerState()
    _ = state.reduce(.display(.uncover([.loss])))
    #expect(state.message?.text == "Nothing is covered; P covers p.")
    _ = state.reduce(.display(.cover([.probability, .loss])))
    _ = state.reduce(.display(.uncover([.loss])))
    #expect(state.message?.text == "Revealed: loss. Still covered: p.")
    _ = state.reduce(.display(.uncover([.entropy])))
    #expect(state.message?.text == "Nothing to reveal. Still covered: p.")
  }

  @Test func `a cover is no step to undo and outlasts edits, documents and lenses`() {
    var state = ExplorerState.flowers(after: "P<Right>u<Tab>b<Right>B")
    _ = state.reduce(.world(.opened(.flowers, path: nil)))
    #expect(state.display.covered == [.probability])
    #expect(state.isCovered(.entropy))
  }

  @Test func `numbers that are covered are the same, and known to be covered`() {
    let (open, covered) = (ExplorerState(), ExplorerState.flowers(after: "P"))
    let quantity = Quantity.probability(0)
    #expect(
      covered.numbers.present.shown(quantity) == .covered(open.numbers.present.shown(quantity)))
    #expect(covered.numbers.present.value(quantity) == open.numbers.present.value(quantity))
    #expect(!covered.isCovered(.sigmoid))
    #expect(ExplorerState.flowers(after: "PP").numbers == open.numbers)
    let shown = ShownNumber.covered(.number(-0.5)).text(digits: 3)
    #expect(shown == "▒▒▒▒▒▒")
    let empty = ExplorerState(document: Document(name: "", logits: [1, 2]))
    #expect(
      empty.numbers.present.covered(by: [.loss]).cover(.missing, as: .crossEntropy) == .missing)
  }

  @Test func `the field for p opens empty, and what was typed for p is not told later`() {
    #expect(ExplorerState.flowers(after: "p").field?.input.text.isEmpty == false)
    var state = ExplorerState.flowers(after: "Pp")
    #expect(state.field?.input.text.isEmpty == true)
    var alone = ExplorerState(document: Document(name: "", logits: [3]))
    alone.type("Pp")
    #expect(alone.field != nil && alone.field?.refusal == nil)
    state.type("0.7<Enter>u")
    #expect(state.message?.text == "Undone: set the probability of setosa to ▒▒▒.")
    state.type("P")
    #expect(state.shownTitle("set the probability of a to 1") == "set the probability of a to 1")
  }

  @Test func `a note that states p is said without its numbers`() {
    var document = Document.flowers
    document.note = "Right: 0.659001."
    var state = ExplorerState.flowers(after: "P")
    _ = state.reduce(.world(.opened(document, path: nil)))
    #expect(state.message?.text == "Right: ▒▒▒▒▒▒▒▒.")
    let preset = PresetSummary(name: "flowers", note: document.note, count: 3)
    var list = ExplorerState(presets: [preset])
    list.type("Po")
    #expect(list.openRows.map(\.note) == ["Right: ▒▒▒▒▒▒▒▒."])
    list.type("<Esc>:preset<Space>")
    #expect(list.paletteRows.map(\.title) == ["Right: ▒▒▒▒▒▒▒▒."])
  }

  @Test func `a notice that gives p or the loss away waits`() {
    let document = Document(name: "", logits: [.infinity, 1], target: .index(0))
    var state = ExplorerState(document: document)
    #expect(state.numbers.notices.count == 1)
    state.type("P")
    #expect(state.numbers.notices.isEmpty)
    var masked = ExplorerState(
      document: Document(name: "", logits: [-.infinity, 1, 2], target: .index(0)), lens: .loss)
    #expect(masked.numbers.notices.count == 1 && masked.numbers.loss?.trouble != nil)
    _ = masked.reduce(.display(.cover([.loss])))
    #expect(masked.numbers.notices.isEmpty && masked.numbers.loss?.trouble == nil)
  }

  @Test func `a notice of the shares waits while anything made of them is covered`() {
    let document = Document(name: "", logits: [-0.41703, -1.41703, -2.31703])
    for cover in Cover.allCases where cover != .sigmoid {
      var state = ExplorerState(document: document)
      #expect(state.numbers.notices.count == 1)
      _ = state.reduce(.display(.cover([cover])))
      #expect(state.numbers.notices.isEmpty, "\(cover)")
      state.type("P")
      #expect(state.numbers.notices.count == 1)
    }
  }

  @Test func `the parts of the Numerics lens are covered by what they show`() {
    var state = ExplorerState(lens: .numerics)
    #expect(NumericsPart.allCases.allSatisfy { !state.isCovered($0) })
    _ = state.reduce(.display(.cover([.entropy])))
    #expect(state.isCovered(.steps) && !state.isCovered(.formats) && !state.isCovered(.bits))
    _ = state.reduce(.numerics(.setResult(.perplexity)))
    #expect(state.isCovered(.formats) && state.isCovered(.sweep))
  }

  @Test func `copies show what the screen shows`() {
    let state = ExplorerState.flowers(after: "P")
    #expect(state.copyText(.table)?.contains("setosa\t2\t▒▒▒\n") == true)
    for form in [CopyForm.numpy, .pytorch] {
      #expect(state.copyText(form)?.hasSuffix("# logitscope: p = ▒▒▒, ▒▒▒, ▒▒▒\n") == true)
    }
    #expect(state.copyText(.list) == ExplorerState().copyText(.list))
    let sigmoid = ExplorerState.flowers(after: "P", lens: .sigmoid)
    #expect(sigmoid.copyText(.numpy)?.contains("sigma = 0.88") == true)
  }
}
