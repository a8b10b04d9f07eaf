import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateDifferencesTests {
  private func after(_ actions: Action...) -> ExplorerState {
    var state = ExplorerState()
    for action in actions { _ = state.reduce(action) }
    return state
  }

  @Test func `a nudge and a temperature change numbers only`() {
    #expect(after(.nudge(steps: 1)).differsInNumbersOnly(from: after()))
    #expect(after(.setTemperature(2)).differsInNumbersOnly(from: after()))
    #expect(after().differsInNumbersOnly(from: after()))
  }

  @Test(arguments: [Action.selectLast, .rename(0, "iris"), .pin, .toggleMask, .toggleProjector])
  func `what changes more than numbers`(action: Action) {
    #expect(!after(action).differsInNumbersOnly(from: after()))
    #expect(!after().differsInNumbersOnly(from: after(action)))
  }

  @Test func `the heading names the document, its state and its settings`() {
    #expect(after(.nudge(steps: 1), .nudge(steps: 1)).hasHeading(of: after(.nudge(steps: 1))))
    #expect(!after(.nudge(steps: 1)).hasHeading(of: after()))
    #expect(!after(.nudge(steps: 1), .setTemperature(2)).hasHeading(of: after(.nudge(steps: 1))))
    #expect(!after(.renameDocument("iris")).hasHeading(of: after(.nudge(steps: 1))))
  }
}
