import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct PointerActionTests {
  private let size = Size(width: 80, height: 24)

  private func press(_ state: ExplorerState, row: Int, column: Int) -> (Action?, Drag?) {
    event(.press, state, nil, row, column)
  }

  private func event(
    _ action: MouseEvent.Action, _ state: ExplorerState, _ drag: Drag?, _ row: Int, _ column: Int
  ) -> (Action?, Drag?) {
    let event = MouseEvent(action, .left, at: Point(row: row, column: column))
    let result = pointerAction(event, drag: drag, state, Layout(state, size: size), glyphs: .blocks)
    return (result.action, result.drag)
  }

  @Test func `a click on a row selects its class`() {
    #expect(press(ExplorerState(), row: 5, column: 4).0 == .selection(.select(1)))
  }

  @Test func `a click on the selected logit edits it`() {
    #expect(press(ExplorerState(), row: 4, column: 24).0 == .field(.begin(.logit)))
    #expect(press(ExplorerState(), row: 5, column: 24).0 == .selection(.select(1)))
  }

  @Test func `a drag on a logit bar keeps the scale it began with and goes beyond its end`() throws
  {
    var state = ExplorerState()
    let bar = try #require(Layout(state, size: size).table.logitBar)
    let zero = bar.column + SignedScale.zero(bar.width)
    let reach = SignedScale.reach(bar.width)
    let (first, drag) = press(state, row: 4, column: zero + reach)
    #expect(first == .selection(.select(0)))
    #expect(event(.drag, state, drag, 4, zero + reach).0 == .logits(.dragLogit(0, 3)))
    _ = state.reduce(.logits(.dragLogit(0, 40)))
    #expect(event(.drag, state, drag, 4, zero + 2 * reach).0 == .logits(.dragLogit(0, 6)))
    #expect(event(.drag, state, drag, 20, zero - reach).0 == .logits(.dragLogit(0, -3)))
    let end = event(.release, state, drag, 4, zero)
    #expect(end.0 == .logits(.endDrag) && end.1 == nil)
  }

  @Test func `a drag on a probability bar sets the probability under the pointer`() throws {
    let state = ExplorerState()
    let bar = try #require(Layout(state, size: size).table.lensBar)
    let (first, drag) = press(state, row: 6, column: bar.column + bar.width / 2 - 1)
    let half = 0.5 - (bar.width % 2 == 0 ? 0 : 0.5 / Double(bar.width))
    #expect(first == .selection(.select(2)))
    let moved = event(.drag, state, drag, 6, bar.column + bar.width / 2 - 1).0
    guard case .logits(.dragProbability(2, let p)) = moved else {
      Issue.record("\(String(describing: moved))")
      return
    }
    #expect(abs(p - half) < 1e-3)
    #expect(event(.drag, state, drag, 6, bar.endColumn - 1).0 == .logits(.dragProbability(2, 1)))
    #expect(event(.drag, state, drag, 6, bar.column - 3).0 == .logits(.dragProbability(2, 0)))
  }

  @Test func `tabs choose lenses and hints do what they say`() throws {
    let state = ExplorerState()
    #expect(press(state, row: 1, column: 12).0 == .display(.lens(.sigmoid)))
    let help = try #require(
      Footer.places(state, Layout(state, size: size), glyphs: .blocks).first { $0.keys == "?" })
    let (pressed, drag) = press(state, row: 23, column: help.area.column)
    #expect(pressed == nil)
    #expect(event(.release, state, drag, 23, help.area.column).0 == .lists(.openHelp))
    #expect(event(.release, state, drag, 5, help.area.column).0 == nil)
  }

  @Test func `the wheel nudges the class under it`() {
    let (action, _) = event(.wheelDown, ExplorerState(), nil, 6, 24)
    #expect(action == .logits(.nudgeClass(2, steps: -1)))
  }

  @Test func `a click on a line of the help chooses that line`() {
    var state = ExplorerState()
    _ = state.reduce(.lists(.openHelp))
    let list = Layout(state, size: size).list
    #expect(press(state, row: list.row, column: 5).0 == nil)
    #expect(press(state, row: list.row + 2, column: 5).0 == .lists(.chooseRow(1)))
  }

  @Test func `a question lets nothing else be clicked`() {
    var state = ExplorerState()
    _ = state.reduce(.logits(.nudge(steps: 1)))
    _ = state.reduce(.program(.requestQuit))
    #expect(press(state, row: 5, column: 4).0 == nil)
    #expect(press(state, row: 1, column: 12).0 == nil)
  }
}
