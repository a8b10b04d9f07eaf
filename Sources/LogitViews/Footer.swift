import LogitExplorer
import TerminalCells

/// The hint line: what can be done now, each hint a place to click.
enum Footer {
  struct Place: Equatable {
    let hint: Hint
    let keys: String
    let area: Rect
  }

  /// The hints that fit, in their order; the essential ones before the others.
  static func places(_ state: ExplorerState, _ layout: Layout, glyphs: GlyphLevel) -> [Place] {
    let area = layout.footer
    let hints = state.hints
    let texts = hints.map { keyText($0, glyphs: glyphs) }
    let widths = hints.indices.map { width(texts[$0], hints[$0].word) }
    var isShown = hints.map { _ in false }
    var room = area.width - 2
    let essential = hints.indices.filter { hints[$0].isEssential }
    for index in essential + hints.indices.filter({ !hints[$0].isEssential })
    where widths[index] <= room {
      isShown[index] = true
      room -= widths[index] + 2
    }
    var column = area.column + 1
    return hints.indices.filter { isShown[$0] }.map { index in
      let place = Rect(row: area.row, column: column, width: widths[index], height: 1)
      column += widths[index] + 2
      return Place(hint: hints[index], keys: texts[index], area: place)
    }
  }

  /// The keys of a hint in one word: `↑↓`, `Tab/Enter`.
  static func keyText(_ hint: Hint, glyphs: GlyphLevel) -> String {
    glyphs == .ascii ? hint.plainLabel : hint.label
  }

  private static func width(_ keys: String, _ word: String) -> Int {
    CellWidth.of(keys) + (word.isEmpty ? 0 : 1 + CellWidth.of(word))
  }

  static func draw(_ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid) {
    for place in places(state, layout, glyphs: grid.glyphs) {
      let end = grid.write(
        place.keys, row: place.area.row, column: place.area.column, style: .keyHint)
      grid.write(place.hint.word, row: place.area.row, column: place.area.column + end + 1)
    }
  }
}
