package import LogitExplorer
package import TerminalCells

/// A frame and what it was drawn from, so that the next is drawn only where that differs.
///
/// The cells are those that drawing all of it would give.
package struct DrawnFrame: Sendable {
  package private(set) var grid: CellGrid
  package private(set) var cursor: Point?
  private let state: ExplorerState
  package let layout: Layout

  package init(_ state: ExplorerState, layout: Layout, glyphs: GlyphLevel) {
    (grid, cursor) = frame(state, layout: layout, glyphs: glyphs)
    (self.state, self.layout) = (state, layout)
  }

  /// The frame of a state that follows this one, where only numbers differ; else `nil`.
  package func next(_ state: ExplorerState, size: Size, glyphs: GlyphLevel) -> DrawnFrame? {
    guard size == layout.size, glyphs == grid.glyphs, !layout.isValueOnly,
      state.differsInNumbersOnly(from: self.state), let layout = layout.following(state)
    else { return nil }
    return DrawnFrame(state, layout, onto: self)
  }

  private init(_ state: ExplorerState, _ layout: Layout, onto last: DrawnFrame) {
    (self.state, self.layout, grid, cursor) = (state, layout, last.grid, nil)
    if !state.hasHeading(of: last.state) {
      grid.fill(layout.header)
      grid.fill(layout.tabs)
      Header.draw(state, layout, on: &grid)
    }
    TableView(state, layout.table).redraw(since: last.state, on: &grid)
    for panel in layout.panels { redraw(panel, since: last.state) }
    if layout.readoutLines != last.layout.readoutLines {
      grid.fill(layout.readout)
      Frame(state, layout).drawReadout(on: &grid)
    }
  }

  private mutating func redraw(_ panel: Layout.Panel, since old: ExplorerState) {
    let inside = panel.inside
    switch panel.content {
    // Text of the program's own.
    case .keys: return
    case .history where state.history == old.history: return
    case .lens(let lens):
      if let redraw = LensView.of(lens).redrawPanel, redraw(state, old, inside, &grid) { return }
    case .values, .history: break
    }
    grid.fill(inside)
    grid.clipped(to: inside) { [state] in panel.content.draw(state, in: inside, on: &$0) }
  }
}
