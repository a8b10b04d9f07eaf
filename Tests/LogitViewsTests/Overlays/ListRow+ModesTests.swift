import TerminalCells
import Testing

@testable import LogitExplorer
@testable import LogitViews

@Suite struct ListRowModesTests {
  private func rows(_ presets: [PresetSummary], typing text: String = "") -> [ListRow] {
    var state = ExplorerState(presets: presets)
    _ = state.press("o")
    _ = state.paste(text)
    return ListRow.rows(state, glyphs: .blocks)
  }

  private let presets = [
    PresetSummary(name: "flowers", note: "three", count: 3, section: "Presets"),
    PresetSummary(name: "winner", note: "sure", count: 1, section: "Presets"),
    PresetSummary(name: "abyss", note: "three lost", count: 2, section: "Gallery"),
  ]

  @Test func `documents stand under the headings of their sections`() {
    let rows = rows(presets)
    #expect(rows.map(\.name) == ["Presets", "flowers", "winner", "Gallery", "abyss"])
    #expect(rows.map(\.choice) == [nil, 0, 1, nil, 2])
    #expect(rows.map(\.right) == ["", "3 classes", "1 class", "", "2 classes"])
    #expect(rows.firstIndex(where: \.isHighlighted) == 1)
  }

  @Test func `a search leaves the headings of what it finds`() {
    #expect(rows(presets, typing: "aby").map(\.name) == ["Gallery", "abyss"])
    #expect(
      rows(presets, typing: "three").map(\.name) == ["Presets", "flowers", "Gallery", "abyss"])
    #expect(rows(presets, typing: "zzz").isEmpty)
  }

  @Test func `without sections there is no heading`() {
    #expect(rows([PresetSummary(name: "a", note: "", count: 1)]).map(\.name) == ["a"])
  }
}
