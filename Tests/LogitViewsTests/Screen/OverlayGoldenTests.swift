@testable import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

/// What covers a screen while something is typed, asked or listed, as recorded under Frames.
@Suite struct OverlayGoldenTests {
  /// A name for the file and the keys that lead there from the flowers.
  static let cases: [(name: String, keys: [String])] = [
    ("typing", ["2", ".", "5"]),
    ("refused", ["1", "+", "x", "<Enter>"]),
    ("probability", ["p"]),
    ("palette", [":"]),
    ("palette-narrowed", [":", "t", "e", "m"]),
    ("palette-refused", [":", "x", "y", "z", "<Enter>"]),
    ("help", ["?"]),
    ("help-found", ["?", "/", "m", "a", "s", "k"]),
    ("open", ["o"]),
    ("open-nothing", ["o", "%", "%"]),
    ("unsaved", ["<Right>", "q"]),
    ("projector", ["z"]),
    ("pinned", ["b", "<Right>", "<Right>", "<Right>"]),
    ("hexadecimal", ["X"]),
  ]

  @Test(arguments: cases.map(\.name))
  func `each screen is as it was recorded`(name: String) throws {
    let keys = try #require(Self.cases.first { $0.name == name }).keys
    var state = ExplorerState(presets: [
      PresetSummary(name: "flowers", note: "What to look at, in one line.", count: 3),
      PresetSummary(name: "uniform", note: "Ten equal logits.", count: 10),
    ])
    for key in keys { _ = state.press(key) }
    let text = GoldenFrame.screens(state)
    GoldenFrame.expect(text, recordedAs: "overlay-\(name)")
  }
}
