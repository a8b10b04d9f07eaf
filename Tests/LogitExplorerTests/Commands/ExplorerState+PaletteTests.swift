import Testing

@testable import LogitExplorer

@Suite struct ExplorerStatePaletteTests {
  private func palette(_ text: String) -> ExplorerState {
    var state = ExplorerState.flowers(after: ":")
    _ = state.paste(text)
    return state
  }

  @Test func `a command is found by its word, its title or its letters`() {
    #expect(palette("temp").paletteRows.first?.text == "temperature")
    #expect(palette("hexadec").paletteRows.first?.text == "hex")
    #expect(palette(":quit").paletteRows.first?.text == "quit")
    #expect(palette("lns").paletteRows.contains { $0.text == "lens" })
    #expect(palette("").paletteRows.count == Command.catalog.count)
    #expect(palette("qqqq").paletteRows.isEmpty)
  }

  @Test func `Tab completes the word, then the argument`() {
    var state = palette("ax")
    state.type("<Tab>")
    #expect(state.paletteRows.map(\.text) == ["axis linear", "axis log", "axis log-odds"])
    state.type("<Down><Tab>")
    guard case .palette(let open) = state.mode else { return }
    #expect(open.field.text == "axis log")
    state.type("<Enter>")
    #expect(state.display.axis == .log)
  }

  /// Labels and presets say what they are themselves.
  @Test(arguments: Command.catalog.filter { $0.argument != nil }.map(\.id))
  func `each word that may follow says what it stands for`(id: String) throws {
    let argument = try #require(Command.byID[id]?.argument)
    guard argument.name != "CLASS" else { return }
    let state = palette(id + " ")
    let choices = argument.choices(state)
    let titles = state.paletteRows.map(\.title)
    #expect(Set(titles).count == titles.count, "\(titles)")
    #expect(titles.allSatisfy { choices.isEmpty || $0.count >= 7 }, "\(titles)")
  }

  @Test func `a copy says what is copied`() {
    let titles = palette("copy ").paletteRows.map(\.title)
    #expect(titles.first == "labels, logits and probabilities, separated by tabs")
    #expect(titles.last == "PyTorch code that computes the numbers on the screen")
  }

  @Test func `Enter runs the highlighted row`() {
    var state = palette("lens ")
    state.type("<Down><Down><Enter>")
    #expect(state.lens == .temperature && state.mode == .browsing)
  }

  @Test func `a row that was walked to wins over the text`() {
    var state = palette("axis lo")
    state.type("<Down><Enter>")
    #expect(state.display.axis == .logOdds)
  }

  @Test func `what there is not is said, and Backspace on nothing leaves`() {
    var state = palette("zzzz")
    state.type("<Enter>")
    guard case .palette(let open) = state.mode else { return }
    #expect(open.refusal == "There is no command 'zzzz'; ? lists them.")
    state.type("<C-u><Backspace>")
    #expect(state.mode == .browsing)
  }

  @Test func `a command that cannot be run now says why in its row`() {
    var state = ExplorerState(document: Document(name: "", logits: []))
    state.type(":")
    _ = state.paste("mask")
    #expect(state.paletteRows.first?.refusal == "There is no class yet: a adds one.")
  }
}
