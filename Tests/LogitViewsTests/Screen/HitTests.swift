import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct HitTests {
  private let size = Size(width: 80, height: 24)

  @Test func `every cell of the table belongs to its class`() throws {
    let state = ExplorerState()
    let table = Layout(state, size: size).table
    for row in 0..<3 {
      let line = try #require(table.screenRow(ofRow: row))
      func at(_ column: Int) -> Hit {
        hit(at: Point(row: line, column: column), state, Layout(state, size: size), glyphs: .blocks)
      }
      #expect(at(4) == .row(row))
      #expect(at(try #require(table.logit).column) == .logit(row))
      #expect(at(try #require(table.logitBar).column) == .logitBar(row))
      #expect(at(try #require(table.lensBar).column) == .lensBar(row))
    }
  }

  @Test func `rows of a list are choices, headings are not`() {
    var state = ExplorerState()
    _ = state.press("?")
    let list = Layout(state, size: size).list
    func at(_ line: Int) -> Hit {
      hit(
        at: Point(row: list.row + line, column: 5), state, Layout(state, size: size),
        glyphs: .blocks)
    }
    #expect(at(0) == .nothing)
    #expect(at(1) == .choice(0))
  }

  @Test func `nothing is hit outside, nor where there is only the value`() {
    let state = ExplorerState()
    #expect(
      hit(at: Point(row: 99, column: 99), state, Layout(state, size: size), glyphs: .blocks)
        == .nothing)
    let tiny = Size(width: 5, height: 2)
    #expect(
      hit(at: Point(row: 0, column: 0), state, Layout(state, size: tiny), glyphs: .blocks)
        == .nothing)
  }
}
