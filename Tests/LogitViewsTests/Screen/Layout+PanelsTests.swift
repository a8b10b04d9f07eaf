import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct LayoutPanelsTests {
  private func contents(_ width: Int, _ height: Int, _ lens: Lens = .softmax) -> [PanelContent] {
    let state = ExplorerState(lens: lens)
    return Layout(state, size: Size(width: width, height: height)).panels.map(\.content)
  }

  @Test func `one panel at home size, none on a small screen`() {
    #expect(contents(80, 24) == [.lens(.softmax)])
    #expect(contents(40, 12).isEmpty)
  }

  @Test func `a wider screen adds numbers and the history, a large one the keys`() {
    #expect(contents(120, 35) == [.lens(.softmax), .values, .history])
    #expect(
      contents(200, 60) == [.lens(.softmax), .lens(.sigmoid), .values, .history, .keys])
  }

  @Test(arguments: Lens.allCases)
  func `beside a lens stand only those whose panels a nudge leaves steady`(lens: Lens) {
    for (width, height) in [(80, 70), (120, 35), (200, 40), (200, 60), (300, 90)] {
      let lenses = contents(width, height, lens).compactMap { content in
        if case .lens(let other) = content { other } else { nil }
      }
      #expect(lenses.first == lens)
      #expect(lenses.dropFirst().allSatisfy { LensView.of($0).isSteady && $0 != lens })
    }
  }
}
