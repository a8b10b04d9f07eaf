import LogitExplorer
import LogitKernel
import TerminalCells

/// The logit table: one row per class, with the lens's columns next to it.
struct TableView {
  let state: ExplorerState
  let layout: TableLayout
  let scale: SignedScale
  private let lens: LensView
  private let columns: [TableColumn]

  init(_ state: ExplorerState, _ layout: TableLayout) {
    self.state = state
    self.layout = layout
    lens = LensView.of(state.lens)
    columns = Array(lens.columns(state).prefix(layout.lensColumns.count))
    scale = TableView.logitScale(state)
  }

  /// The scale of the logit bars: it holds every finite logit of the document and of the baseline.
  static func logitScale(_ state: ExplorerState) -> SignedScale {
    func greatest(_ document: Document) -> [Double] { [document.logits.facts.greatestMagnitude] }
    let baseline = state.baseline.map { SignedScale(holding: greatest($0)).limit } ?? 0
    return SignedScale(holding: greatest(state.document), atLeast: baseline)
  }

  func draw(on grid: inout CellGrid) {
    grid.clipped(to: layout.area) { grid in
      guard state.document.count > 0 else {
        drawEmpty(on: &grid)
        return
      }
      if layout.hasHeading { drawHeading(on: &grid) }
      let classes = shownClasses
      drawLabels(classes, on: &grid)
      drawNumbers(classes, on: &grid)
      if layout.rowCount < state.document.count { drawScrollMark(on: &grid) }
    }
  }

  private var shownClasses: [Int] {
    (layout.firstRow..<layout.firstRow + layout.rowCount).map { state.classIndex(atRow: $0) }
  }

  private func drawNumbers(_ classes: [Int], on grid: inout CellGrid) {
    drawLogits(classes, on: &grid)
    drawLensColumns(classes, on: &grid)
    drawLensBars(classes, on: &grid)
  }

  private func drawEmpty(on grid: inout CellGrid) {
    let text =
      state.rows?.stream == nil
      ? "no classes: a adds one"
      : "Waiting for a line such as [2, 1, 0.1] or {\"logits\": [2, 1, 0.1], \"target\": 0}"
    grid.write(text, row: layout.area.row, column: layout.area.column + 1, style: .dim)
  }

  private func drawHeading(on grid: inout CellGrid) {
    let row = layout.area.row
    let count = state.document.count
    let title = layout.rowCount < count ? "\(state.selectedRow + 1)/\(count)" : "class"
    grid.write(
      title, row: row, column: layout.label.column, maxWidth: layout.label.width + 1,
      style: .heading)
    if let logit = layout.logit {
      grid.write("logit", row: row, endColumn: logit.endColumn, style: .heading)
    }
    if let bar = layout.logitBar { grid.drawSignedAxis(scale, in: line(bar, row)) }
    for (column, rect) in zip(columns, layout.lensColumns) {
      grid.write(column.title, row: row, endColumn: rect.endColumn, style: .heading)
    }
    guard let bar = layout.lensBar else { return }
    switch lens.bar {
    case .probability:
      grid.drawProbabilityAxis(ProbabilityAxis(state.display.axis), in: line(bar, row))
    case .signed(_, _, let scale): grid.drawSignedAxis(scale(state), in: line(bar, row))
    case nil: break
    }
  }

  private func line(_ rect: Rect, _ row: Int) -> Rect {
    Rect(row: row, column: rect.column, width: rect.width, height: 1)
  }

  private func screenRow(_ index: Int) -> Int {
    layout.area.row + (layout.hasHeading ? 1 : 0) + index
  }

  private func drawLabels(_ classes: [Int], on grid: inout CellGrid) {
    for (index, element) in classes.enumerated() {
      let (row, isSelected) = (screenRow(index), element == state.selection)
      let isTarget = state.document.target.weight(at: element) > 0
      if isSelected {
        grid.put(grid.glyphs.pointer, row: row, column: layout.area.column + 1, style: .selected)
      }
      if layout.hasMarks {
        let style = Style.series(element)
        grid.put(
          state.mark(element), row: row, column: layout.label.column - 2,
          style: isSelected ? style.bold : style)
      }
      let room = layout.label.width - (isTarget ? 2 : 0)
      let name = CellWidth.truncated(state.label(element), toWidth: room, level: grid.glyphs)
      let style =
        isSelected ? Style.selected.bold : state.document.isMasked[element] ? .dim : .plain
      let end = grid.write(
        name, row: row, column: layout.label.column, maxWidth: room, style: style)
      if isTarget {
        grid.put("*", row: row, column: layout.label.column + end + 1, style: .target)
      }
    }
  }

  private func drawLogits(_ classes: [Int], on grid: inout CellGrid) {
    guard let column = layout.logit else { return }
    let texts = state.logitTexts(classes.map { state.document.logits[$0] }, width: column.width)
    for (index, element) in classes.enumerated() {
      let isMasked = state.document.isMasked[element]
      let base: Style = state.document.logits[element].isNaN ? .error : isMasked ? .dim : .plain
      let style = element == state.selection ? Style(base.role, isBold: true) : base
      let text = isMasked ? "masked" : texts[index]
      grid.write(text, row: screenRow(index), endColumn: column.endColumn, style: style)
      guard let bar = layout.logitBar else { continue }
      let ghost = state.baselineIndex(of: element).flatMap {
        state.baseline?.effectiveLogit(at: $0)
      }
      grid.drawSignedBar(
        state.document.effectiveLogit(at: element), ghost: ghost, scale: scale,
        in: line(bar, screenRow(index)), style: .series(element))
    }
  }

  private func drawLensColumns(_ classes: [Int], on grid: inout CellGrid) {
    for (column, rect) in zip(columns, layout.lensColumns) {
      let contents = classes.map { column.content(state, $0) }
      let texts = state.columnTexts(contents, width: rect.width)
      for (index, text) in texts.enumerated() {
        let style = TableView.style(of: contents[index])
        grid.write(text, row: screenRow(index), endColumn: rect.endColumn, style: style)
      }
    }
  }

  private static func style(of content: ShownNumber) -> Style {
    switch content {
    case .word: .plain
    case .missing, .covered: .dim
    case .number(let value, _): value.isNaN ? .error : .plain
    case .power: .plain
    case .stored(_, _, true): Style.error.bold.reversed
    case .stored(let value, let event, false):
      event?.isBreakdown ?? false ? Style.error.bold : value.isNaN ? .error : .plain
    }
  }

  private func drawLensBars(_ classes: [Int], on grid: inout CellGrid) {
    guard let bar = layout.lensBar, let lensBar = lens.bar else { return }
    guard !state.isCovered(lens.barKind(state)) else {
      for index in classes.indices { grid.drawCover(in: line(bar, screenRow(index))) }
      return
    }
    switch lensBar {
    case .probability(let point, let ghost, _):
      for (index, element) in classes.enumerated() {
        grid.drawProbabilityBar(
          point(state, element), ghost: ghost(state, element), in: line(bar, screenRow(index)),
          style: .series(element))
      }
    case .signed(let value, let ghost, let scale):
      let scale = scale(state)
      for (index, element) in classes.enumerated() {
        grid.drawSignedBar(
          value(state, element), ghost: ghost(state, element), scale: scale,
          in: line(bar, screenRow(index)), style: .series(element))
      }
    }
  }

  /// Where the shown rows lie among all, at the right edge.
  private func drawScrollMark(on grid: inout CellGrid) {
    let (count, shown) = (state.document.count, layout.rowCount)
    let column = layout.area.endColumn - 1
    guard shown > 0 else { return }
    let length = max(1, shown * shown / count)
    let start = (shown - length) * layout.firstRow / max(1, count - shown)
    for index in 0..<shown {
      let isThumb = index >= start && index < start + length
      let glyph = isThumb ? grid.glyphs.fullBlock : grid.glyphs.verticalLine
      grid.put(glyph, row: screenRow(index), column: column, style: isThumb ? .axis : .frame)
    }
  }
}
