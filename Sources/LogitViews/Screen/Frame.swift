package import LogitExplorer
package import TerminalCells

/// The whole screen of a state, and where the terminal's cursor belongs (`nil`: nowhere).
///
/// The same state and size give the same cells.
package func frame(
  _ state: ExplorerState, size: Size, glyphs: GlyphLevel
) -> (grid: CellGrid, cursor: Point?) {
  var grid = CellGrid(size: size, glyphs: glyphs)
  let cursor = Frame(state, Layout(state, size: grid.size)).draw(on: &grid)
  return (grid, cursor)
}

/// The same for a layout of this state that is known already.
package func frame(
  _ state: ExplorerState, _ layout: Layout, glyphs: GlyphLevel
) -> (grid: CellGrid, cursor: Point?) {
  var grid = CellGrid(size: layout.size, glyphs: glyphs)
  let cursor = Frame(state, layout).draw(on: &grid)
  return (grid, cursor)
}

/// Draws the state on a grid, as if the area were the whole screen.
package func draw(_ state: ExplorerState, in area: Rect, on grid: inout CellGrid) {
  let part = frame(state, size: area.size, glyphs: grid.glyphs).grid
  grid.clipped(to: area) { grid in
    for row in 0..<part.size.height {
      var column = area.column
      for cell in part.row(row) where !cell.isContinuation {
        column += grid.write(
          cell.glyph.text, row: area.row + row, column: column, style: cell.style)
      }
    }
  }
}

/// One screen being drawn.
struct Frame {
  let state: ExplorerState
  let layout: Layout

  init(_ state: ExplorerState, _ layout: Layout) {
    self.state = state
    self.layout = layout
  }

  /// Returns the cursor's place.
  func draw(on grid: inout CellGrid) -> Point? {
    guard !layout.isValueOnly else {
      drawValue(on: &grid)
      return nil
    }
    if state.display.isProjector, !Overlay.isList(state.mode) {
      let rest = LessonSlide.draw(state, in: Rect(layout.size).removingBottom(1), on: &grid)
      Projector.draw(state, in: rest, on: &grid)
    } else {
      for rule in layout.rules { drawRule(rule, on: &grid) }
      Header.draw(state, layout, on: &grid)
      RowStrip(state)?.draw(in: layout.rowStrip, on: &grid)
      TableView(state, layout.table).draw(on: &grid)
      drawPanels(on: &grid)
      layout.drawReadout(on: &grid)
      LessonPlace(state, in: layout.lesson)?.draw(on: &grid)
      MessageLine.draw(state, layout, on: &grid)
    }
    return Overlay.draw(state, layout, on: &grid)
  }

  private func drawRule(_ rule: Rect, on grid: inout CellGrid) {
    grid.fill(rule, with: grid.glyphs.horizontalLine, style: .frame)
  }

  private func drawPanels(on grid: inout CellGrid) {
    for panel in layout.panels {
      if layout.panels.count > 1 {
        let title = CellWidth.truncated(
          panel.content.title(state), toWidth: panel.title.width - 4, level: grid.glyphs)
        grid.write(
          " \(title) ", row: panel.title.row, column: panel.title.column + 1, style: .heading)
      }
      if panel.area.column > 1 {
        let edge = Rect(
          row: panel.area.row, column: panel.area.column - 1, width: 1, height: panel.area.height)
        grid.fill(edge, with: grid.glyphs.verticalLine, style: .frame)
      }
      let inside = panel.inside
      grid.clipped(to: inside) { panel.content.draw(state, in: inside, on: &$0) }
    }
  }

  /// The selected value, for a screen that has room for nothing else.
  private func drawValue(on grid: inout CellGrid) {
    guard let index = state.selectedClass else {
      grid.write("no classes", row: 0, column: 0, style: .dim)
      return
    }
    let value = state.document.effectiveLogit(at: index)
    let text = state.inputText(value, width: layout.size.width)
    // A number that is cut is another number.
    let fits = CellWidth.of(text) <= layout.size.width
    grid.write(fits ? text : String(grid.glyphs.ellipsis), row: 0, column: 0, style: .selected)
    if layout.size.height > 1 {
      let label = CellWidth.truncated(
        state.label(index), toWidth: layout.size.width, level: grid.glyphs)
      grid.write(label, row: 1, column: 0)
    }
  }
}

extension Layout {
  func drawReadout(on grid: inout CellGrid) {
    for (index, line) in readoutLines.enumerated() {
      let text = CellWidth.truncated(line, toWidth: readout.width - 2, level: grid.glyphs)
      grid.write(text, row: readout.row + index, column: readout.column + 1)
    }
  }
}
