import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateFieldTests {
  @Test func `each keystroke recomputes, and Esc takes all back`() {
    var state = ExplorerState.flowers(after: "3")
    #expect(state.document.logits[0] == 3 && state.numbers.present.row == LogitRow([3, 1, 0.1]))
    state.type("0")
    #expect(state.document.logits[0] == 30)
    state.type("<Esc>")
    #expect(
      state.document == .flowers && state.history.undoSteps.isEmpty && state.mode == .browsing)
    #expect(state.numbers.present.row == LogitRow([2, 1, 0.1]))
  }

  @Test func `a text that means nothing yet keeps the last value that did`() {
    let state = ExplorerState.flowers(after: "3e")
    #expect(state.document.logits[0] == 3 && state.field?.refusal == nil)
  }

  @Test func `a refusal keeps the text`() {
    var state = ExplorerState.flowers(after: "3x<Enter>")
    #expect(state.field?.input.text == "3x")
    #expect(state.field?.refusal == "Unexpected 'x' at column 2.")
    state.type("<Backspace><Enter>")
    #expect(state.mode == .browsing && state.document.logits[0] == 3)
  }

  @Test func `a typed value is one undo step, in words`() {
    var state = ExplorerState.flowers(after: "30<Enter>")
    #expect(state.history.undoSteps.map(\.title) == ["set setosa to 30"])
    state.type("u")
    #expect(state.document == .flowers)
  }

  @Test func `Enter opens the old value to its last bit`() {
    let document = Document(name: "", logits: [0.1 + 0.2])
    var state = ExplorerState(document: document)
    state.type("<Enter>")
    #expect(state.field?.input.text == "0.30000000000000004")
    state.type("<Esc>X<Enter>")
    #expect(state.field?.input.text == "0x1.3333333333334p-2")
  }

  @Test func `changes start from the value before the field`() {
    let state = ExplorerState.flowers(after: "*2<Enter>")
    #expect(state.document.logits[0] == 4)
    let twice = ExplorerState.flowers(after: "*2+1<Enter>")
    #expect(twice.document.logits[0] == 5)
  }

  @Test func `another action accepts what was typed so far`() {
    var state = ExplorerState.flowers(after: "7")
    _ = state.reduce(.display(.lens(.loss)))
    #expect(state.mode == .browsing && state.document.logits[0] == 7)
    #expect(state.history.undoSteps.count == 1)
  }

  @Test func `finding follows the text and Esc goes back`() {
    var state = ExplorerState.flowers(after: "/virg")
    #expect(state.selection == 2)
    state.type("<Esc>")
    #expect(state.selection == 0 && state.searchText.isEmpty)
    state.type("/zzz")
    #expect(state.field?.refusal == "No class has 'zzz' in its name.")
    state.type("<C-u>v<Enter>n")
    #expect(state.selection == 2)
    state.type("N")
    #expect(state.selection == 1)
  }

  @Test func `the fields for p, T, weight, smoothing and step`() {
    let p = ExplorerState.flowers(after: "p0.9<Enter>")
    #expect(abs(p.numbers.present.row.probability(at: 0) - 0.9) < 1e-15)
    #expect(ExplorerState.flowers(after: "t0<Enter>").document.temperature == 0)
    #expect(
      ExplorerState.flowers(after: "S0.5<Enter>").document.target == .weights([0.5, 0, 0]))
    #expect(ExplorerState.flowers(after: "e0.1<Enter>").document.labelSmoothing == 0.1)
    var state = ExplorerState()
    _ = state.reduce(.field(.begin(.step)))
    state.type("0.25<Enter>l")
    #expect(state.step == 0.25 && state.document.logits[0] == 2.25)
  }

  @Test func `an empty document has nothing to edit`() {
    var state = ExplorerState(document: Document(name: "", logits: []))
    for key in ["5", "<Enter>", "p", "r", "S"] {
      state.type(key)
      #expect(state.mode == .browsing && state.message != nil, "\(key)")
    }
  }

  @Test func `a field takes no more than its limit, says so, and looks at nothing beyond`() {
    var state = ExplorerState()
    _ = state.press("1")
    _ = state.paste(String(repeating: "1 2 3 ", count: 100_000))
    for key in "12345".map(String.init) { _ = state.press(key) }
    guard case .field(let field) = state.mode else {
      Issue.record("no field is open")
      return
    }
    #expect(field.input.text.count == TextField.limit && field.input.isFull)
    #expect(field.refusal == "A field holds 1024 characters; what comes after is left out.")
    #expect(state.document.logits == [1, 1, 0.1])
    _ = state.press("<Esc>")
    #expect(state.document == .flowers)
  }
}
