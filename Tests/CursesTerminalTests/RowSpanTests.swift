import TerminalCells
import Testing

@testable import CursesTerminal

@Suite struct RowSpanTests {
  private func grid(_ text: String) -> CellGrid {
    var grid = CellGrid(size: Size(width: 10, height: 1))
    grid.write(text, row: 0, column: 0)
    return grid
  }

  @Test func `an unchanged row is not sent`() {
    #expect(RowSpan(of: grid("same"), row: 0, since: grid("same")) == nil)
  }

  @Test func `without a known frame the whole row is sent`() throws {
    let span = try #require(RowSpan(of: grid("x"), row: 0, since: nil))
    #expect(span.column == 0)
    #expect(span.cells.count == 10)
  }

  @Test func `only what lies between the first and the last change is sent`() throws {
    let span = try #require(RowSpan(of: grid("abXdY"), row: 0, since: grid("abcde")))
    #expect(span.column == 2)
    #expect(span.cells.map(\.glyph.text) == ["X", "d", "Y"])
  }

  @Test func `a changed style is a change`() throws {
    var bold = grid("abc")
    bold.put("b", row: 0, column: 1, style: Style.plain.bold)
    let span = try #require(RowSpan(of: bold, row: 0, since: grid("abc")))
    #expect(span.column == 1)
    #expect(span.cells.count == 1)
  }

  @Test func `a wide glyph is sent whole`() throws {
    let span = try #require(RowSpan(of: grid("a界b"), row: 0, since: grid("a界c")))
    #expect(span.cells.map(\.glyph.text) == ["b"])
    let first = try #require(RowSpan(of: grid("a世b"), row: 0, since: grid("a界b")))
    #expect(first.cells.map(\.width) == [2, 0])
  }

  @Test func `a row that does not exist is not sent`() {
    #expect(RowSpan(of: grid("x"), row: 5, since: nil) == nil)
  }
}
