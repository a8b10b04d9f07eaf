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
    let hints = fitting(state.hints, width: area.width - 2, glyphs: glyphs)
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

  /// The hints with what must stay in one word each, where the words of all do not fit.
  private static func fitting(_ hints: [Hint], width room: Int, glyphs: GlyphLevel) -> [Hint] {
    // Questions, which are all essential, or a screen on which not even the usual ones fit.
    guard room < 60 || hints.allSatisfy(\.isEssential) else { return hints }
    let needed = hints.filter(\.isEssential).reduce(0) {
      $0 + width(keyText($1, glyphs: glyphs), $1.word) + 2
    }
    guard needed > room + 2 else { return hints }
    return hints.map { hint in
      var short = hint
      let words = hint.word.split { $0 == " " || $0 == "," }.filter { $0 != "a" }
      short.word = words.first.map { String($0) } ?? ""
      return short
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
