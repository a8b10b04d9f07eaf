import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateListsTests {
  private let presets = [
    PresetSummary(name: "flowers", note: "three flowers", count: 3),
    PresetSummary(name: "winner", note: "a confident one", count: 3),
    PresetSummary(name: "fifty", note: "flowers and more", count: 50),
  ]

  private func list(_ text: String) -> ExplorerState {
    var state = ExplorerState(presets: presets)
    state.type("o")
    _ = state.paste(text)
    return state
  }

  @Test func `names first, then what the notes say`() {
    #expect(list("").openRows.map(\.name) == ["flowers", "winner", "fifty"])
    #expect(list("flow").openRows.map(\.name) == ["flowers", "fifty"])
    #expect(list("zzz").openRows.isEmpty)
  }

  @Test func `sections stay together, and the one with a name that begins so comes first`() {
    let presets = [
      PresetSummary(name: "attention", note: "a mask", count: 6, section: "Presets"),
      PresetSummary(name: "flowers", note: "", count: 3, section: "Presets"),
      PresetSummary(name: "a-mask", note: "", count: 3, section: "Gallery"),
      PresetSummary(name: "mask-entropy", note: "", count: 3, section: "Gallery"),
    ]
    var state = ExplorerState(presets: presets)
    state.type("o")
    #expect(state.openRows.map(\.name) == ["attention", "flowers", "a-mask", "mask-entropy"])
    _ = state.paste("mask")
    #expect(state.openRows.map(\.name) == ["mask-entropy", "a-mask", "attention"])
  }

  @Test func `Enter opens the preset, or the file where none matches`() {
    var state = list("")
    #expect(state.press("<Down>") == [])
    #expect(state.press("<Enter>") == [.openPreset(name: "winner")])
    state = list("my.toml")
    #expect(state.press("<Enter>") == [.openFile(path: "my.toml")])
    state = list("./flowers")
    #expect(state.press("<Enter>") == [.openFile(path: "./flowers")])
  }

  @Test func `the highlight stays in the list`() {
    var state = list("")
    for _ in 0..<9 { state.type("<PageDown>") }
    guard case .open(let open) = state.mode else { return }
    #expect(open.highlighted == 2)
    #expect(state.reduce(.lists(.chooseRow(99))) == [])
    #expect(state.reduce(.lists(.chooseRow(1))) == [.openPreset(name: "winner")])
  }
}
