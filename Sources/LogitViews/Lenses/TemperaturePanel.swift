import LogitExplorer
import LogitKernel
import TerminalCells

/// Probabilities and entropy against the logarithm of the temperature, with a line where T is.
struct TemperaturePanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  private var numbers: RowNumbers { state.numbers.present }
  private var temperature: Double { state.document.temperature }
  private var isEntropyCovered: Bool { state.isCovered(.entropy) }

  /// A column's heading: the actual temperature, marked where it is the document's.
  static func heading(_ temperature: Double, _ state: ExplorerState) -> String {
    let width = (state.display.isHex ? 22 : 8) - 2
    let shortest = NiceNumber.label(temperature)
    let text =
      shortest.count <= width ? shortest : displayText(temperature, digits: 1, width: width)
    return "T=" + text
  }

  var readout: [String] {
    guard state.document.count > 0 else { return [] }
    func text(_ quantity: Quantity) -> String { state.plainText(numbers.shown(quantity)) }
    return [
      "H \(text(.entropy)) nats", "e^H \(text(.perplexity))", numbers.meaningOfTemperature,
      state.leadText(of: "z"),
    ].compactMap(\.self)
  }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard area.height >= 4, area.width >= 16, let selection = state.selectedClass else { return }
    let isBeside = area.width >= 56
    let legend = isBeside ? area.right(18) : area.top(1)
    let plotArea = isBeside ? area.removingRight(20) : area.removingTop(1)
    let room = isBeside ? area.height - 4 : max(1, area.width / 10)
    let curves = numbers.temperatureCurves(
      selection: selection, classCount: room, pointCount: max(plotArea.width, 2))
    plot(curves).draw(in: plotArea, on: &grid)
    if isBeside {
      drawLegend(curves, in: legend, on: &grid)
    } else {
      drawLegendLine(curves, in: legend, on: &grid)
    }
  }
}

extension TemperaturePanel {
  private func plot(_ curves: TemperatureCurves) -> Plot {
    let axis = curves.axis
    var plot = Plot(x: PlotAxis(0...1, ticks: ticks(axis)), y: PlotAxis(0...1))
    plot.isCovered = state.isCovered(.probability)
    if !isEntropyCovered {
      plot.curves.append(PlotCurve(points: points(curves, curves.entropyShares), style: .dim))
    }
    for (place, index) in curves.classes.enumerated().reversed() {
      let style = Style.series(index)
      plot.curves.append(
        PlotCurve(points: points(curves, curves.probabilities[place]), style: style))
      plot.marks += marks(curves, curves.probabilities[place], state.mark(index), style, place)
    }
    if !isEntropyCovered {
      plot.marks += marks(curves, curves.entropyShares, "H", .dim, curves.classes.count)
    }
    if !temperature.isNaN { plot.cursors = [axis.fraction(of: temperature)] }
    return plot
  }

  private func points(_ curves: TemperatureCurves, _ values: [Double]) -> [PlotCurve.Point] {
    zip(curves.fractions, values).map { PlotCurve.Point(x: $0, y: $1) }
  }

  /// The curve's letter twice: where T is, and at a place of its own.
  private func marks(
    _ curves: TemperatureCurves, _ values: [Double], _ glyph: Unicode.Scalar, _ style: Style,
    _ place: Int
  ) -> [PlotMark] {
    let here = curves.axis.fraction(of: temperature)
    let apart = 0.28 + 0.06 * Double(place)
    return (here.isNaN ? [apart] : [apart, here]).compactMap { fraction in
      let index = Int((fraction * Double(values.count - 1)).rounded())
      guard values[index].isFinite else { return nil }
      return PlotMark(
        x: curves.fractions[index], y: values[index], glyph: glyph, style: style.bold)
    }
  }

  private func ticks(_ axis: TemperatureAxis) -> [PlotAxis.Tick] {
    (axis.low...axis.high).map { exponent in
      let size = NiceNumber.power(exponent)
      let share = Double(exponent - axis.low) / Double(axis.high - axis.low)
      return PlotAxis.Tick(
        value: share, text: NiceNumber.label(axis.isNegative ? -size : size))
    }
  }

  private func drawLegend(
    _ curves: TemperatureCurves, in area: Rect, on grid: inout CellGrid
  ) {
    for (place, index) in curves.classes.enumerated() {
      let line = area.row(at: place)
      let style = Style.series(index)
      grid.put(state.mark(index), row: line.row, column: line.column, style: style.bold)
      let name = CellWidth.truncated(
        state.label(index), toWidth: line.width - 2, level: grid.glyphs)
      let isSelected = index == state.selection
      grid.write(
        name, row: line.row, column: line.column + 2, maxWidth: line.width - 2,
        style: isSelected ? style.bold : style)
    }
    let last = area.removingTop(curves.classes.count)
    let full = "H entropy/ln \(curves.openCount)"
    // Half a number would be a wrong one.
    let entropy = full.utf8.count <= last.width ? full : "H/ln \(curves.openCount)"
    let texts = [isEntropyCovered ? "H covered" : entropy, "p against log T"]
    for (offset, text) in texts.enumerated() {
      grid.write(
        text, row: last.row + offset, column: last.column, maxWidth: last.width, style: .dim)
    }
  }

  private func drawLegendLine(
    _ curves: TemperatureCurves, in area: Rect, on grid: inout CellGrid
  ) {
    var column = area.column
    for index in curves.classes {
      let name = CellWidth.truncated(state.label(index), toWidth: 8, level: grid.glyphs)
      guard column + CellWidth.of(name) + 11 <= area.endColumn else { break }
      let style = Style.series(index)
      grid.put(state.mark(index), row: area.row, column: column, style: style.bold)
      column += 2 + grid.write(name, row: area.row, column: column + 2, style: style) + 1
    }
    grid.write(
      isEntropyCovered ? "H covered" : "H entropy", row: area.row, column: column,
      maxWidth: area.endColumn - column, style: .dim)
  }
}
