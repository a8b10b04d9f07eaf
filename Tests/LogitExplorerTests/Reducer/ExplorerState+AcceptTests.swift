import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateAcceptTests {
  @Test func `going on finds the neighbour before the rows are sorted anew`() {
    var state = ExplorerState.flowers(after: "s")
    #expect(state.display.order == .logit)
    // setosa falls to the end by this; versicolor, below it when it was typed, is next.
    state.type("-5<Tab>")
    #expect(state.selection == 1)
    state.type("<Esc>")
    #expect(state.document.logits == [-5, 1, 0.1])
  }

  @Test func `at the last row the selection stays`() {
    let state = ExplorerState.flowers(after: "G9<Enter>")
    #expect(state.selection == 2 && state.document.logits[2] == 9 && state.mode == .browsing)
  }

  @Test func `an empty text changes nothing`() {
    let state = ExplorerState.flowers(after: "5<Backspace><Enter>")
    #expect(state.document == .flowers && state.history.undoSteps.isEmpty)
  }

  @Test func `a step is above zero and a file has a name`() {
    var state = ExplorerState()
    _ = state.reduce(.field(.begin(.step)))
    state.type("-1<Enter>")
    #expect(state.field?.refusal == "A step is a number above zero.")
    state.type("<Esc>w<C-u><Enter>")
    #expect(state.field?.refusal == "A file needs a name.")
  }

  @Test func `accepting a text that the document follows already changes nothing again`() {
    var state = ExplorerState.flowers(after: "c1")
    let revision = state.document.revision
    state.type("<Enter>")
    #expect(state.document.revision === revision && state.document.logits == [3, 2, 1.1])
    #expect(state.message?.text.hasPrefix("Added 1 to every logit") == true)
    // Back at a text from before, after others that were refused or not finished.
    let typed = ExplorerState.flowers(after: "5e<Backspace>x<Backspace><Enter>")
    #expect(typed.document.logits == [5, 1, 0.1] && typed.mode == .browsing)
    #expect(typed.history.undoSteps.map(\.title) == ["set setosa to 5"])
  }

  @Test func `a click that leaves the field for a file's name saves as Enter does`() {
    var (state, other) = (ExplorerState.flowers(after: "w"), ExplorerState.flowers(after: "w"))
    let effects = state.reduce(.field(.accept(then: .move(by: 0))))
    #expect(effects == [.save(.flowers, path: "flowers.toml", overwrite: false)])
    #expect(effects == other.type("<Enter>") && state == other)
  }

  @Test func `fields show the shortest text that gives the value back`() {
    #expect(ExplorerState().fieldText(0.1) == "0.1")
    #expect(ExplorerState().fieldText(1e300) == "1e300")
  }
}
