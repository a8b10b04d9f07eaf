import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateDifferencesTests {
  private func after(_ actions: Action...) -> ExplorerState {
    var state = ExplorerState()
    for action in actions { _ = state.reduce(action) }
    return state
  }

  @Test func `a nudge and a temperature change numbers only`() {
    #expect(after(.logits(.nudge(steps: 1))).differsInNumbersOnly(from: after()))
    #expect(after(.temperature(.set(2))).differsInNumbersOnly(from: after()))
    #expect(after().differsInNumbersOnly(from: after()))
  }

  @Test(arguments: [
    Action.selection(.last), .classes(.rename(0, "iris")), .history(.pin), .logits(.toggleMask),
    .display(.toggleProjector),
  ])
  func `what changes more than numbers`(action: Action) {
    #expect(!after(action).differsInNumbersOnly(from: after()))
    #expect(!after().differsInNumbersOnly(from: after(action)))
  }

  @Test func `the heading names the document, its state and its settings`() {
    #expect(
      after(.logits(.nudge(steps: 1)), .logits(.nudge(steps: 1))).hasHeading(
        of: after(.logits(.nudge(steps: 1)))))
    #expect(!after(.logits(.nudge(steps: 1))).hasHeading(of: after()))
    #expect(
      !after(.logits(.nudge(steps: 1)), .temperature(.set(2))).hasHeading(
        of: after(.logits(.nudge(steps: 1)))))
    #expect(
      !after(.classes(.renameDocument("iris"))).hasHeading(of: after(.logits(.nudge(steps: 1)))))
  }
}
