import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateRowsTests {
  private func table() throws -> ExplorerState {
    let rows = (0..<5).map {
      TableRow(logits: [Double($0), 1, 0], target: $0 == 3 ? 2 : 0)
    }
    var document = Document(name: "m", logits: rows[0].logits, target: .index(0))
    document.source = DocumentSource(rows: 5)
    var state = ExplorerState(document: document)
    state.open(try RowSet(RowsInMemory(rows)), at: 0)
    return state
  }

  private func press(_ state: inout ExplorerState, _ keys: String...) {
    for key in keys { _ = state.press(key) }
  }

  @Test func `keys go from row to row and stop at the ends`() throws {
    var state = try table()
    press(&state, "K")
    #expect(state.rows?.shown == 0)
    press(&state, "J", "J")
    #expect(state.document.logits.array == [2, 1, 0] && state.document.source.row == 2)
    press(&state, "J", "J", "J", "J")
    #expect(state.rows?.shown == 4 && state.numbers.present.row == state.document.row)
    #expect(state.history.undoSteps.isEmpty)
  }

  @Test func `worst, wrong and numbered rows are found`() throws {
    var state = try table()
    press(&state, "W")
    #expect(state.rows?.shown == 3)
    press(&state, "<C-n>")
    // Row 1 has 0 < 1: its target is not the likeliest.
    #expect(state.rows?.shown == 0)
    _ = state.reduce(.rows(.go(2)))
    #expect(state.rows?.shown == 2)
  }

  @Test func `an edited row is kept, counted and undone`() throws {
    var state = try table()
    let mean = try #require(state.rows?.statistics?.meanLoss)
    press(&state, "9", "<Enter>", "J", "J")
    #expect(!state.isRowChanged && state.document.logits[0] == 2)
    #expect(try #require(state.rows?.statistics?.meanLoss) < mean)
    press(&state, "K", "K")
    #expect(state.isRowChanged && state.document.logits[0] == 9)
    press(&state, "J", "u")
    #expect(state.rows?.shown == 0 && state.document.logits[0] == 9)
    press(&state, "u")
    #expect(state.document.logits[0] == 0 && !state.isRowChanged)
    press(&state, "J", "K")
    #expect(state.document.logits[0] == 0 && !state.isRowChanged)
    #expect(state.rows?.statistics?.meanLoss == mean)
  }

  @Test func `the way of looking stays: temperature, smoothing, arithmetic`() throws {
    var state = try table()
    _ = state.reduce(.temperature(.set(3)))
    _ = state.reduce(.loss(.setLabelSmoothing(0.1)))
    press(&state, "f", "J")
    #expect(state.document.temperature == 3 && state.document.labelSmoothing == 0.1)
    #expect(state.document.arithmetic.settings.storage == .binary32)
  }

  @Test func `one document has no rows`() {
    var state = ExplorerState()
    press(&state, "J")
    #expect(state.message?.text.hasPrefix("There is one row only") == true)
  }

  private func stream(_ count: Int) -> ExplorerState {
    var state = ExplorerState(document: Document(name: "s", logits: []))
    state.open(RowSet(streamKeeping: 4))
    for step in 0..<count {
      let row = TableRow(logits: [Double(step), 0], target: 0, step: "\(step)")
      _ = state.reduce(.world(.rowsArrived([row])))
    }
    return state
  }

  @Test func `a stream is followed until it is paused, and the arrows go through it`() {
    var state = stream(3)
    #expect(state.document.logits.array == [2, 0] && state.document.note == "step 2")
    press(&state, "Z", "<Left>")
    #expect(state.document.logits.array == [1, 0])
    _ = state.reduce(.world(.rowsArrived([TableRow(logits: [9, 9])])))
    #expect(state.document.logits.array == [1, 0])
    press(&state, "Z")
    #expect(state.document.logits.array == [9, 9] && state.rows?.stream?.isFollowing == true)
    press(&state, "<Right>")
    #expect(state.document.logits[0] == 9.1)
  }

  @Test func `a row that is being changed is not taken away`() {
    var state = stream(2)
    press(&state, "7")
    _ = state.reduce(.world(.rowsArrived([TableRow(logits: [5, 5])])))
    press(&state, "<Enter>")
    #expect(state.document.logits.array == [7, 0])
    _ = state.reduce(.world(.rowsArrived([TableRow(logits: [6, 6])])))
    #expect(state.document.logits.array == [7, 0] && state.rows?.stream?.isFollowing == false)
  }

  @Test func `a paused row that is forgotten gives way to the oldest left`() {
    var state = stream(3)
    press(&state, "Z", "<Left>", "<Left>")
    for step in 3..<9 {
      _ = state.reduce(.world(.rowsArrived([TableRow(logits: [Double(step), 0])])))
    }
    #expect(state.rows?.numbers == 5..<9 && state.document.logits.array == [5, 0])
  }

  @Test func `a line that is no row is counted and said`() {
    var state = stream(1)
    _ = state.reduce(.world(.rowsArrived([], unreadable: 2, problem: "line 3: no number.")))
    #expect(state.rows?.stream?.unreadable == 2 && state.message?.text == "line 3: no number.")
  }
}
