package import LogitExplorer
package import TerminalCells

/// A frame and what it was drawn from, so that the next is drawn only where that differs.
///
/// The cells are those that drawing all of it would give. A value: nothing in it changes. It is a
/// class because it is large.
package final class DrawnFrame: Sendable {
  package let grid: CellGrid
  package let cursor: Point?
  package let layout: Layout
  private let state: ExplorerState

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
    var grid = last.grid
    if !state.hasHeading(of: last.state) {
      grid.fill(layout.header)
      grid.fill(layout.tabs)
      Header.draw(state, layout, on: &grid)
    }
    TableView(state, layout.table).redraw(since: last.state, on: &grid)
    for panel in layout.panels { panel.redraw(state, since: last.state, on: &grid) }
    if layout.readoutLines != last.layout.readoutLines {
      grid.fill(layout.readout)
      layout.drawReadout(on: &grid)
    }
    (self.state, self.layout, self.grid, cursor) = (state, layout, grid, nil)
  }
}

extension Layout.Panel {
  /// Draws the panel of a state on the cells of an earlier one.
  fileprivate func redraw(
    _ state: ExplorerState, since old: ExplorerState, on grid: inout CellGrid
  ) {
    let inside = inside
    switch content {
    // Text of the program's own.
    case .keys: return
    case .history where state.history == old.history: return
    case .lens(let lens):
      if let redraw = LensView.of(lens).redrawPanel, redraw(state, old, inside, &grid) { return }
    case .values, .history: break
    }
    grid.fill(inside)
    grid.clipped(to: inside) { content.draw(state, in: inside, on: &$0) }
  }
}
