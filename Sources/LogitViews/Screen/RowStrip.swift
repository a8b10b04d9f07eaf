import LogitExplorer
import LogitKernel
import TerminalCells

/// The losses of all rows side by side in one line, the present one marked, and how they stand
/// together; of a stream, p of the selected class too.
struct RowStrip {
  let state: ExplorerState
  let rows: RowSet

  /// `nil` where there are no rows to go through.
  init?(_ state: ExplorerState) {
    guard let rows = state.rows, rows.numbers.count > 1 else { return nil }
    (self.state, self.rows) = (state, rows)
  }

  /// Lines above the table; none where the rows have nothing to compare.
  static func height(_ state: ExplorerState) -> Int {
    guard let strip = RowStrip(state) else { return 0 }
    return (strip.rows.statistics == nil ? 0 : 1) + (strip.rows.stream == nil ? 0 : 1)
  }

  func draw(in area: Rect, on grid: inout CellGrid) {
    var free = area
    if rows.statistics != nil, !free.isEmpty {
      drawLosses(in: free.top(1), on: &grid)
      free = free.removingTop(1)
    }
    if rows.stream != nil, !free.isEmpty { drawShares(in: free.top(1), on: &grid) }
  }

  private func drawLosses(in area: Rect, on grid: inout CellGrid) {
    let bar = drawTexts("loss", summary, in: area, on: &grid)
    guard !state.isLossCovered else { return grid.drawCover(in: bar) }
    let bins = places(bar.width).map(rows.greatestLoss(ofRows:))
    let limit = bins.compactMap(\.self).filter(\.isFinite).max() ?? 1
    drawBins(bins.map { $0.map { $0 / max(limit, .leastNormalMagnitude) } }, in: bar, on: &grid)
  }

  private func drawShares(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass else { return }
    let name = CellWidth.truncated(state.label(index), toWidth: 16, level: grid.glyphs)
    let bar = drawTexts("p", "p(\(name)), 0 to 1" + unreadable, in: area, on: &grid)
    guard !state.isCovered(.probability) else { return grid.drawCover(in: bar) }
    // Of several rows in a column, the last.
    let numbers = places(bar.width).map(\.upperBound).map { $0 - 1 }
    drawBins(numbers.map { rows.probability(of: index, inRow: $0) }, in: bar, on: &grid)
  }

  /// Writes what stands before and behind a bar, and returns the bar's place.
  private func drawTexts(
    _ title: String, _ text: String, in area: Rect, on grid: inout CellGrid
  ) -> Rect {
    grid.write(title, row: area.row, column: area.column + 1, style: .heading)
    grid.write(text, row: area.row, endColumn: area.endColumn - 1, style: .plain)
    return area.removingLeft(6).removingRight(CellWidth.of(text) + 3)
  }

  /// Lines of the stream that were no rows.
  private var unreadable: String {
    guard let count = rows.stream?.unreadable, count > 0 else { return "" }
    return " · \(count) line\(count == 1 ? "" : "s") not read"
  }

  private var summary: String {
    guard let all = rows.statistics else { return "" }
    let mean = state.isLossCovered ? Cover.over("0.000000") : state.text(all.meanLoss)
    let temperature =
      rows.temperature == state.document.temperature
      ? "" : " at T = \(state.inputText(rows.temperature))"
    let share = 100 * Double(all.rightCount) / Double(all.count)
    let count = all.count == rows.numbers.count ? "\(all.count)" : "\(all.count) with a target"
    return "mean \(mean)\(temperature) · \(oneDecimal(share)) % right of \(count)"
  }

  private func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The rows of each column: several, or the same one more than once.
  private func places(_ width: Int) -> [Range<Int>] {
    let (first, count) = (rows.first, rows.numbers.count)
    let used = min(width, count)
    return (0..<max(used, 0)).map { column in
      first + count * column / used..<first
        + max(count * (column + 1) / used, count * column / used + 1)
    }
  }

  private func drawBins(_ heights: [Double?], in bar: Rect, on grid: inout CellGrid) {
    let shown = places(bar.width).firstIndex { $0.contains(rows.shown) }
    for (column, height) in heights.enumerated() {
      let glyph = height.map { grid.glyphs.column($0) } ?? " "
      // Of a full block nothing would be left to see.
      let mark = glyph == "█" ? Style.selected.bold : Style.selected.reversed
      let style: Style = column == shown ? mark : .axis
      grid.put(glyph, row: bar.row, column: bar.column + column, style: style)
    }
  }

  /// The row under a column of the screen; `nil` beside the bar.
  func row(atColumn column: Int, in area: Rect) -> Int? {
    let bar = area.removingLeft(6).removingRight(CellWidth.of(summary) + 3)
    let places = places(bar.width)
    let place = column - bar.column
    return places.indices.contains(place) ? places[place].lowerBound : nil
  }
}

extension GlyphLevel {
  /// A column of a height from 0 to 1; more than nothing leaves a mark, infinity fills it.
  func column(_ height: Double) -> Unicode.Scalar {
    let forms: [Unicode.Scalar] =
      self == .ascii
      ? [".", ":", "-", "=", "+", "*", "%", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard height > 0 else { return height == 0 ? " " : "?" }
    return forms[min(7, Int(min(height, 1) * 8))]
  }
}
