import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateWorldTests {
  private let pasted = PastedLogits(labels: ["x", "y"], logits: [7, 8])

  @Test func `a paste asks: replace or append`() {
    var state = ExplorerState()
    _ = state.reduce(.world(.pasted(pasted)))
    #expect(state.question?.text == "Pasted 2 logits." && state.document == .flowers)
    state.type("r")
    #expect(state.document.logits == [7, 8] && state.document.labels == ["x", "y"])
    state.type("u")
    #expect(state.document == .flowers)
    _ = state.reduce(.world(.pasted(pasted)))
    state.type("a")
    #expect(state.document.logits == [2, 1, 0.1, 7, 8] && state.selection == 3)
    _ = state.reduce(.world(.pasted(pasted)))
    state.type("<Esc>")
    #expect(state.document.count == 5)
  }

  @Test func `what was guessed is asked with the paste and stays with its logits`() {
    let guessed = PastedLogits(logits: [7, 8], remarks: ["Decimal commas."])
    var state = ExplorerState()
    state.document.source = DocumentSource(rows: 3, remarks: ["Row 1 of 3."])
    _ = state.reduce(.world(.pasted(guessed)))
    #expect(state.question?.text == "Pasted 2 logits. Decimal commas.")
    state.type("a")
    #expect(state.document.source.remarks == ["Row 1 of 3.", "Decimal commas."])
    _ = state.reduce(.world(.pasted(guessed)))
    state.type("r")
    #expect(state.document.source == DocumentSource(remarks: ["Decimal commas."]))
  }

  @Test func `an empty document asks nothing, an empty paste says so`() {
    var state = ExplorerState(document: Document(name: "", logits: []))
    _ = state.reduce(.world(.pasted(PastedLogits(logits: []))))
    #expect(state.message?.severity == .warning)
    _ = state.reduce(.world(.pasted(pasted)))
    #expect(state.mode == .browsing && state.document.logits == [7, 8])
  }

  @Test func `targets follow a paste where they still mean something`() {
    var state = ExplorerState(document: Document(name: "", logits: [1, 2, 3], target: .index(2)))
    _ = state.reduce(.world(.replaceLogits(pasted)))
    #expect(state.document.target == .none)
    state = ExplorerState(document: Document(name: "", logits: [1], target: .weights([1])))
    _ = state.reduce(.world(.appendLogits(pasted)))
    #expect(state.document.target == .weights([1, 0, 0]))
  }

  @Test func `opening is a step that undo takes back, file and all`() {
    var state = ExplorerState.flowers(after: "l")
    let new = Document(name: "new", note: "Look here.", logits: [9])
    _ = state.reduce(.world(.opened(new, path: "new.toml")))
    #expect(state.document == new && state.path == "new.toml" && !state.isModified)
    #expect(state.message?.text == "Look here.")
    state.type("u")
    #expect(state.document.logits[0] == 2.1 && state.path == nil && state.isModified)
  }

  #if DEBUG
  @Test func `more classes than there can be are refused`() {
    Document.$assumedClassLimit.withValue(100) {
      var state = ExplorerState()
      let many = PastedLogits(logits: Array(repeating: 0, count: 100))
      _ = state.reduce(.world(.appendLogits(many)))
      #expect(state.document == .flowers && state.message?.severity == .error)
      let more = Document(name: "", logits: Array(repeating: 0, count: 101))
      _ = state.reduce(.world(.opened(more, path: nil)))
      #expect(state.document == .flowers)
    }
  }
  #endif

  @Test func `labels that do not fit the logits are no paste`() {
    var state = ExplorerState()
    _ = state.reduce(.world(.replaceLogits(PastedLogits(labels: ["one"], logits: [1, 2]))))
    #expect(state.document == .flowers)
  }

  @Test func `messages are kept, the last hundred`() {
    var state = ExplorerState()
    for number in 0..<150 { _ = state.reduce(.world(.note("\(number)"))) }
    #expect(state.messages.count == 100 && state.messages.last?.text == "149")
  }
}
