import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct FooterTests {
  @Test func `essential hints are there at any width, whole or not at all`() {
    for width in 12...200 {
      let state = ExplorerState()
      let layout = Layout(state, size: Size(width: width, height: 24))
      let places = Footer.places(state, layout, glyphs: .blocks)
      var end = 0
      for place in places {
        #expect(place.area.column > end || end == 0)
        end = place.area.endColumn
        #expect(end <= width)
      }
      if width >= 40 { #expect(places.contains { $0.hint.word == "quit" }) }
    }
  }

  @Test func `a click on a hint does what its key does`() throws {
    let state = ExplorerState()
    let size = Size(width: 80, height: 24)
    let places = Footer.places(state, Layout(state, size: size), glyphs: .blocks)
    let help = try #require(places.first { $0.hint.word == "help" })
    let point = Point(row: help.area.row, column: help.area.column)
    #expect(
      hit(at: point, state, Layout(state, size: size), glyphs: .blocks) == .hint(.lists(.openHelp)))
  }

  @Test func `keys in ASCII where arrows cannot be drawn`() throws {
    let hint = try #require(ExplorerState().hints.first)
    #expect(Footer.keyText(hint, glyphs: .blocks) == "↑↓")
    #expect(Footer.keyText(hint, glyphs: .ascii) == "Up/Down")
  }
}
