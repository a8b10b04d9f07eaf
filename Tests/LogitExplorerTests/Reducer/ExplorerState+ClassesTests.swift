import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateClassesTests {
  @Test func `a class is added at the end and selected`() {
    let state = ExplorerState.flowers(after: "a")
    #expect(state.document.labels.last == "class 4" && state.document.logits.last == 0)
    #expect(state.selection == 3)
  }

  @Test func `a copy stands below its original`() {
    let state = ExplorerState.flowers(after: "jmD")
    #expect(state.document.labels == ["setosa", "versicolor", "versicolor copy", "virginica"])
    #expect(state.document.isMasked == [false, true, true, false])
    #expect(state.selection == 2)
  }

  @Test func `a deleted class comes back whole`() {
    var state = ExplorerState.flowers(after: "d")
    #expect(state.document.labels == ["versicolor", "virginica"] && state.document.target == .none)
    #expect(state.message?.text == "Deleted setosa; u brings it back.")
    state.type("u")
    #expect(state.document == .flowers && state.selection == 0)
  }

  @Test func `the last class may go, and then another may come`() {
    var state = ExplorerState.flowers(after: "ddd")
    #expect(state.document.count == 0 && state.selection == 0)
    state.type("d")
    #expect(state.message?.text == "There is no class yet: a adds one.")
    state.type("a")
    #expect(state.document.labels == ["class 1"])
  }

  @Test func `any name but an empty one`() {
    let state = ExplorerState.flowers(after: "r<C-u>宽é👩‍🔬<Enter>")
    #expect(state.document.labels[0] == "宽é👩‍🔬")
    var refused = ExplorerState.flowers(after: "r<C-u> ")
    refused.type("<Enter>")
    #expect(refused.field?.refusal == "A class needs a name.")
    #expect(refused.document == .flowers)
  }

  #if DEBUG
  @Test func `no more classes than there can be`() {
    Document.$assumedClassLimit.withValue(100) {
      let many = Document(name: "", logits: Array(repeating: 0, count: Document.classLimit))
      var state = ExplorerState(document: many)
      _ = state.reduce(.classes(.add(label: nil, logit: 1)))
      #expect(state.document.count == Document.classLimit && state.message?.severity == .warning)
    }
  }
  #endif
}
