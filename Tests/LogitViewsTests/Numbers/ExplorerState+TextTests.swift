import LogitExplorer
import Testing

@testable import LogitViews

@Suite struct ExplorerStateTextTests {
  private func state(_ keys: String...) -> ExplorerState {
    var state = ExplorerState()
    for key in keys { _ = state.press(key) }
    return state
  }

  @Test func `numbers by the display's digits, or to the last bit`() {
    #expect(state().text(0.125) == "0.125000" && state(")", ")").text(0.125) == "0.12500000")
    #expect(state("X").text(0.125) == "0x1p-3" && state("X").inputText(2) == "0x1p+1")
    #expect(state().numberWidth == 10 && state("X").numberWidth == 22)
  }

  @Test func `columns have their points in line`() {
    let texts = state().columnTexts([.number(123.5), .number(0.25), .number(-7)], width: 10)
    #expect(texts == ["123.500000", "  0.250000", " -7.000000"])
    let mixed = state().logitTexts([2, 1.25, -10, 1e300], width: 9)
    #expect(mixed == ["2.0 ", "1.25", "-10.0 ", "1e300"])
  }

  @Test func `what was typed stays as it was typed where it fits`() {
    #expect(state().inputText(0.1) == "0.1" && state().inputText(1e308) == "1e308")
    #expect(state().inputText(1.0 / 3, width: 9).count <= 9)
  }

  @Test func `marks and labels`() {
    #expect(state().mark(0) == "a" && state().mark(27) == "B" && state().label(0) == "setosa")
    let nameless = ExplorerState(document: Document(name: "", labels: [""], logits: [1]))
    #expect(nameless.label(0) == "1")
  }
}
