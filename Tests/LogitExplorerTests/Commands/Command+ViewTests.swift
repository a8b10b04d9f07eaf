import Testing

@testable import LogitExplorer

@Suite struct CommandViewTests {
  private func run(_ line: String, presets: [PresetSummary] = []) -> (ExplorerState, [Effect]) {
    var state = ExplorerState(presets: presets)
    state.type(":")
    _ = state.paste(line)
    let effects = state.press("<Enter>")
    return (state, effects)
  }

  @Test func `words for what is shown`() {
    #expect(run("lens loss").0.lens == .loss)
    #expect(run("lens-sigmoid").0.lens == .sigmoid)
    #expect(run("axis log-odds").0.display.axis == .logOdds)
    #expect(run("sort name").0.display.order == .name)
    #expect(run("digits 17").0.display.digits == 17)
    #expect(run("hex").0.display.isHex)
    #expect(run("title my logits").0.document.name == "my logits")
  }

  @Test func `words for files`() {
    #expect(run("open ~/a b.toml").1 == [.openFile(path: "~/a b.toml")])
    #expect(run("write x.toml").1 == [.save(.flowers, path: "x.toml", overwrite: false)])
    #expect(run("copy list").1 == [.copy("[2.0, 1.0, 0.1]")])
    #expect(run("quit").1 == [.quit])
    let preset = PresetSummary(name: "winner", note: "", count: 3)
    #expect(run("preset winner", presets: [preset]).1 == [.openPreset(name: "winner")])
  }

  @Test func `numbers of digits that cannot be are refused`() {
    for line in ["digits 2", "digits 18", "digits many"] {
      guard case .palette(let palette) = run(line).0.mode else {
        Issue.record("\(line) ran")
        continue
      }
      #expect(palette.refusal == "Between 3 and 17 digits are shown.")
    }
  }
}
