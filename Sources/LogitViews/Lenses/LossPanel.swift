import LogitExplorer
import LogitKernel
import TerminalCells

/// The loss as floor and excess in one bar, and along the selected class's logit with its tangent.
struct LossPanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard !area.isEmpty, let selection = state.selectedClass else { return }
    guard let loss = state.numbers.loss else {
      drawInvitation(selection, in: area, on: &grid)
      return
    }
    if let trouble = loss.trouble {
      grid.write(
        trouble + ".", row: area.row, column: area.column, maxWidth: area.width, style: .warning)
    } else {
      drawParts(loss, selection, in: area, on: &grid)
    }
    let rest = area.removingTop(area.height > 7 ? 2 : 1)
    guard rest.height >= 4, rest.width >= 16 else { return }
    guard !state.isLossCovered else { return drawCoveredPlot(selection, in: rest, on: &grid) }
    LossPlot(state, loss, selection, pointCount: rest.width).draw(in: rest, on: &grid)
  }

  private func drawInvitation(_ selection: Int, in area: Rect, on grid: inout CellGrid) {
    let name = state.label(selection)
    let isBinary = state.document.loss == .binaryCrossEntropy
    let lines = [
      "No target yet: Space makes \(name) the right answer, S gives it a weight.",
      isBinary
        ? "The loss is then −ln σ where the answer is yes, and −ln(1 − σ) where it is no."
        : "The loss is then as high as the target's letter on this curve, −ln p.",
    ]
    for (offset, line) in lines.enumerated() where offset < area.height {
      grid.write(
        line, row: area.row + offset, column: area.column, maxWidth: area.width,
        style: offset == 0 ? .plain : .dim)
    }
    if !isBinary { drawSurprises(in: area.removingTop(2), on: &grid) }
  }

  /// −ln p against p, each class where it would be as the target.
  private func drawSurprises(in area: Rect, on grid: inout CellGrid) {
    guard !state.isLossCovered else {
      var plot = Plot(x: PlotAxis(0...1, title: "p"), y: PlotAxis(0...3))
      plot.isCovered = true
      return plot.draw(in: area, on: &grid)
    }
    let order = (0..<min(state.document.count, 52)).filter { $0 != state.selection }
    let numbers = state.numbers.present
    let points = (order + [state.selection]).map { index in
      PlotCurve.Point(
        x: numbers.value(.probability(index)), y: 0 - numbers.value(.logProbability(index)))
    }
    guard points.contains(where: { $0.y.isFinite }) else { return }
    // Beyond 10 the curve is too steep to tell the letters apart.
    let top = min(max(points.map(\.y).filter(\.isFinite).max() ?? 0, 3) * 1.1, 10)
    var plot = Plot(x: PlotAxis(0...1, title: "p"), y: PlotAxis(0...top))
    plot.curves = [
      PlotCurve(over: plot.x.range, steps: 2 * area.width, style: .plain, surpriseCurve)
    ]
    plot.marks = zip(order + [state.selection], points).map { index, point in
      let style = Style.series(index).bold
      return PlotMark(
        x: point.x, y: min(point.y, top), glyph: state.mark(index),
        style: index == state.selection ? style.reversed : style)
    }
    plot.draw(in: area, on: &grid)
  }
}

extension LossPanel {
  /// Axes without ticks: where the curve bends depends on the other classes' share.
  private func drawCoveredPlot(_ selection: Int, in area: Rect, on grid: inout CellGrid) {
    let name = CellWidth.truncated(state.label(selection), toWidth: 10, level: grid.glyphs)
    var plot = Plot(
      x: PlotAxis(0...1, title: "logit of \(name)", ticks: []), y: PlotAxis(0...1, ticks: []))
    plot.isCovered = true
    plot.draw(in: area, on: &grid)
  }

  /// The loss as a bar of two parts, with a line where equal logits would be.
  private func drawParts(
    _ loss: LossNumbers, _ selection: Int, in area: Rect, on grid: inout CellGrid
  ) {
    let parts = parts(loss, selection)
    let start = loss.isBinary ? nil : loss.start
    let legend = legend(parts, start, loss, grid.glyphs)
    let width = legend.reduce(0) { $0 + CellWidth.of($1.text) + 3 }
    let isBeside = area.width >= width + 20
    let bar = area.top(1).removingLeft(6).removingRight(isBeside ? width : 0)
    grid.write(
      loss.isBinary ? "sum" : "loss", row: area.row, column: area.column, style: .heading)
    if loss.arePartsCovered {
      grid.drawCover(in: bar)
    } else {
      drawBar(parts, start, in: bar, on: &grid)
    }
    guard isBeside || area.height > 7, !loss.arePartsCovered else { return }
    let row = isBeside ? area.row : area.row + 1
    var column = isBeside ? bar.endColumn + 2 : bar.column
    for item in legend {
      column += grid.write(item.text, row: row, column: column, style: item.style) + 2
    }
  }

  private func drawBar(
    _ parts: [LossPart], _ start: Double?, in bar: Rect, on grid: inout CellGrid
  ) {
    let total = parts[0].value + parts[1].value
    let limit = NiceNumber.atLeast(max(total, start ?? 0) * 1.02)
    func cells(_ value: Double) -> Double { value / limit * Double(bar.width) }
    grid.drawBar(cells(total), in: bar, from: .left, style: parts[1].style)
    let floorBox = bar.left(Int(cells(parts[0].value).rounded()))
    grid.fill(floorBox, with: glyph(0, grid.glyphs), style: parts[0].style)
    if let start {
      let column = bar.column + min(bar.width - 1, Int(cells(start)))
      grid.put(grid.glyphs.dashedLine, row: bar.row, column: column, style: Style.axis.bold)
    }
  }

  private func parts(_ loss: LossNumbers, _ selection: Int) -> [LossPart] {
    if loss.isBinary {
      let own = loss.cost(at: selection)
      return [
        LossPart(name: state.label(selection), value: own, style: .ghost),
        LossPart(name: "the others", value: max(0, loss.total - own), style: .plain),
      ]
    }
    let name = loss.isNormalised ? "KL" : "excess"
    return [
      LossPart(name: "floor", value: loss.floor, style: .ghost),
      LossPart(name: name, value: max(0, loss.excess), style: .plain),
    ]
  }

  private func legend(
    _ parts: [LossPart], _ start: Double?, _ loss: LossNumbers, _ glyphs: GlyphLevel
  ) -> [(text: String, style: Style)] {
    var items = parts.enumerated().map { index, part in
      let name = CellWidth.truncated(part.name, toWidth: 12, level: glyphs)
      return (text: "\(glyph(index, glyphs)) \(name)", style: part.style)
    }
    if start != nil {
      items.append((text: "\(glyphs.dashedLine) \(startName(loss))", style: .axis))
    }
    return items
  }

  private func glyph(_ part: Int, _ glyphs: GlyphLevel) -> Unicode.Scalar {
    part == 0 ? (glyphs == .ascii ? "=" : "▒") : glyphs.fullBlock
  }

  private func startName(_ loss: LossNumbers) -> String {
    (loss.isNormalised ? "" : "Σq ") + "ln \(loss.openCount), equal logits"
  }
}

/// A part of a loss, for one bar.
private struct LossPart {
  let name: String
  let value: Double
  let style: Style
}
