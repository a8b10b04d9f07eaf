import LogitExplorer
import TerminalCells

/// A line of a list: a heading, or something to choose.
struct ListRow: Equatable {
  var name: String
  var text: String
  var right = ""
  /// Its number among the lines that can be chosen; `nil` for a heading.
  var choice: Int?
  var isHighlighted = false
  var isDim = false
}

/// A list that scrolls around its highlighted line, with no state of its own.
struct ListView {
  let rows: [ListRow]
  let area: Rect

  /// The first line that is shown.
  private var first: Int {
    let highlighted = rows.firstIndex(where: \.isHighlighted) ?? 0
    // A heading right above the first choice is worth seeing.
    return max(0, min(highlighted - area.height / 2, rows.count - area.height))
  }

  /// The number of the choice at a place on the screen.
  func choice(at point: Point) -> Int? {
    guard area.contains(point) else { return nil }
    let index = first + point.row - area.row
    return rows.indices.contains(index) ? rows[index].choice : nil
  }

  func draw(on grid: inout CellGrid) {
    let names = rows.filter { $0.choice != nil }.map { CellWidth.of($0.name) }
    let nameWidth = min(names.max() ?? 0, max(8, area.width / 3))
    grid.clipped(to: area) { grid in
      for (offset, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
        draw(row, at: area.row + offset, nameWidth: nameWidth, on: &grid)
      }
      if rows.count > area.height { drawScrollMark(on: &grid) }
    }
  }

  private func draw(
    _ row: ListRow, at line: Int, nameWidth: Int, on grid: inout CellGrid
  ) {
    guard row.choice != nil else {
      grid.write(row.name, row: line, column: area.column + 1, style: .heading)
      return
    }
    if row.isHighlighted {
      grid.put(grid.glyphs.pointer, row: line, column: area.column + 1, style: .selected)
    }
    let style = row.isHighlighted ? Style.selected.bold : row.isDim ? .dim : .plain
    let name = CellWidth.truncated(row.name, toWidth: nameWidth, level: grid.glyphs)
    grid.write(name, row: line, column: area.column + 3, style: style)
    let start = area.column + 3 + nameWidth + 2
    let isWide = area.endColumn - start > CellWidth.of(row.right) + 24
    let right = isWide ? CellWidth.of(row.right) + 2 : 0
    let text = CellWidth.truncated(
      row.text, toWidth: area.endColumn - 1 - right - start, level: grid.glyphs)
    grid.write(text, row: line, column: start, style: style)
    if isWide {
      grid.write(row.right, row: line, endColumn: area.endColumn - 2, style: .keyHint)
    }
  }

  private func drawScrollMark(on grid: inout CellGrid) {
    let length = max(1, area.height * area.height / rows.count)
    let start = (area.height - length) * first / max(1, rows.count - area.height)
    for index in 0..<area.height {
      let isThumb = index >= start && index < start + length
      grid.put(
        isThumb ? grid.glyphs.fullBlock : grid.glyphs.verticalLine, row: area.row + index,
        column: area.endColumn - 1, style: isThumb ? .axis : .frame)
    }
  }
}
