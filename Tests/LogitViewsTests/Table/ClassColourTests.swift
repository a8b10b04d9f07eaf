import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

/// A class has one colour and one letter on every lens, and its row has both.
@Suite struct ClassColourTests {
  private static let size = Size(width: 120, height: 40)

  private func draw(_ state: ExplorerState, _ glyphs: GlyphLevel = .blocks) -> CellGrid {
    frame(state, size: Self.size, glyphs: glyphs).grid
  }

  private func documents(_ count: Int) -> Document {
    Document(name: "d", logits: (0..<count).map { Double(($0 * 5) % 7) / 3 - 1 }, target: .index(0))
  }

  /// The letters of each colour on the whole screen, but for those in other styles.
  private func letters(_ grid: CellGrid, _ rows: Range<Int>) -> [Role: Set<String>] {
    var found: [Role: Set<String>] = [:]
    for row in rows {
      for column in 0..<grid.size.width {
        let cell = grid[row, column]
        let isLetter = cell.glyph.text.first?.isLetter ?? false
        guard isLetter, Role.allSeries.contains(cell.style.role) else { continue }
        // A word in the class's colour, as in a legend, is its name.
        let isAlone =
          !(grid[row, column - 1].glyph.text.first?.isLetter ?? false)
          && !(grid[row, column + 1].glyph.text.first?.isLetter ?? false)
        if isAlone { found[cell.style.role, default: []].insert(cell.glyph.text) }
      }
    }
    return found
  }

  @Test(arguments: [Lens.softmax, .sigmoid, .temperature, .loss])
  func `rows, bars and plots agree`(lens: Lens) throws {
    let state = ExplorerState(document: documents(5), lens: lens)
    let (grid, layout) = (draw(state), Layout(state, size: Self.size))
    let all = letters(grid, 0..<Self.size.height)
    for index in 0..<5 {
      let role = Style.series(index).role
      #expect(all[role] == [String(state.mark(index))])
      let row = try #require(layout.table.screenRow(ofRow: index))
      let bar = try #require(layout.table.logitBar ?? layout.table.lensBar)
      let roles = Set(
        bar.columns.map { grid[row, $0] }.filter { "█▏▎▍▌▋▊▉".contains($0.glyph.text) }.map(
          \.style.role))
      #expect(roles.isSubset(of: [role]))
      #expect(grid[row, layout.table.label.column - 2].glyph.text == String(state.mark(index)))
    }
  }

  @Test(arguments: GlyphLevel.allCases)
  func `every level has the letters`(glyphs: GlyphLevel) {
    let state = ExplorerState(document: documents(3))
    let (grid, table) = (draw(state, glyphs), Layout(state, size: Self.size).table)
    let column = (0..<3).map { grid[table.area.row + 1 + $0, table.label.column - 2].glyph.text }
    #expect(column == ["a", "b", "c"])
  }

  @Test func `letters are one's own up to 52 classes, with their colours up to 364`() {
    let state = ExplorerState(document: documents(364))
    #expect(Set((0..<52).map(state.mark)).count == 52)
    #expect(
      (0..<52).map { String(state.mark($0)) }.joined().hasSuffix("xyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    let both = (0..<364).map { "\(state.mark($0)) \(Style.series($0).role)" }
    #expect(Set(both).count == 364)
    #expect(state.mark(364) == state.mark(0) && Style.series(364) == Style.series(0))
  }

  @Test func `no change of a logit gives a class another colour`() {
    var state = ExplorerState(document: documents(20), lens: .temperature)
    let before = letters(draw(state), 0..<25)
    for _ in 0..<30 { _ = state.press("<Right>") }
    for (role, marks) in letters(draw(state), 0..<25) {
      let own = Set(
        (0..<20).filter { Style.series($0).role == role }.map { String(state.mark($0)) })
      #expect(marks.isSubset(of: own) && before[role]?.isEmpty == false)
    }
  }
}
