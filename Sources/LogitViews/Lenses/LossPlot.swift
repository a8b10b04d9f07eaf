import LogitExplorer
import LogitKernel
import TerminalCells

/// The loss against one class's logit: curve, present point, tangent, and the loss of equal logits.
struct LossPlot {
  private let state: ExplorerState
  private let loss: LossNumbers
  private let selection: Int
  private let profile: LossCurve
  private let top: Double

  init(_ state: ExplorerState, _ loss: LossNumbers, _ selection: Int, pointCount: Int) {
    self.state = state
    self.loss = loss
    self.selection = selection
    profile = loss.curve(at: selection, pointCount: pointCount)
    let heights = profile.losses + [loss.start, profile.present?.loss ?? 0]
    let greatest = heights.filter(\.isFinite).max() ?? 0
    top = greatest > 0 ? min(greatest * 1.05, .greatestFiniteMagnitude) : 1
  }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard profile.losses.contains(where: \.isFinite) else { return }
    let isBeside = area.width >= 56
    let plotArea = isBeside ? area.removingRight(24) : area
    let plot = plot(grid.glyphs, isNamed: !isBeside)
    plot.draw(in: plotArea, on: &grid)
    if let frame = PlotFrame(plot, in: plotArea) { drawStartName(in: frame, on: &grid) }
    if isBeside { drawLegend(in: area.right(22), on: &grid) }
  }

  private func plot(_ glyphs: GlyphLevel, isNamed: Bool) -> Plot {
    var plot = Plot(
      x: PlotAxis(0...1, title: isNamed ? axisName(glyphs) : "", ticks: ticks),
      y: PlotAxis(0...top))
    plot.curves.append(PlotCurve(points: dashes { _ in loss.start }, style: .axis))
    if let present = profile.present, present.slope.isFinite,
      !state.isCovered(state.gradientKind)
    {
      plot.curves.append(PlotCurve(points: dots(present.tangent), style: .target))
    }
    let curve = zip(shares, profile.losses).map { PlotCurve.Point(x: $0, y: $1) }
    plot.curves.append(PlotCurve(points: curve, style: .plain))
    if let present = profile.present {
      plot.marks.append(
        PlotMark(
          x: share(present.logit), y: present.loss, glyph: glyphs.bullet, style: Style.plain.bold))
    }
    return plot
  }

  /// Places of the sampled logits on the axis.
  private var shares: [Double] {
    let last = Double(profile.logits.count - 1)
    return profile.logits.indices.map { Double($0) / last }
  }

  /// Halves, so that a range of the whole number line has a width.
  private func share(_ logit: Double) -> Double {
    let (low, high) = (profile.logits[0] / 2, (profile.logits.last ?? 1) / 2)
    return (logit / 2 - low) / (high - low)
  }

  private var ticks: [PlotAxis.Tick] {
    let range = profile.logits[0]...(profile.logits.last ?? .infinity)
    return NiceNumber.ticks(in: range, atMost: 6).map {
      PlotAxis.Tick(value: share($0), text: NiceNumber.label($0))
    }
  }

  /// Single dots along a line, so that it cannot be taken for the curve.
  private func dots(_ height: (Double) -> Double) -> [PlotCurve.Point] {
    zip(shares, profile.logits).enumerated().flatMap { index, place in
      let y = index % 2 == 0 ? height(place.1) : .nan
      return [PlotCurve.Point(x: place.0, y: y), PlotCurve.Point(x: place.0, y: .nan)]
    }
  }

  /// A line with gaps.
  private func dashes(_ height: (Double) -> Double) -> [PlotCurve.Point] {
    zip(shares, profile.logits).enumerated().map { index, place in
      PlotCurve.Point(x: place.0, y: index % 5 < 3 ? height(place.1) : .nan)
    }
  }

  private func axisName(_ glyphs: GlyphLevel) -> String {
    let name = state.label(selection)
    return "logit of " + CellWidth.truncated(name, toWidth: 10, level: glyphs)
  }

  private var startName: String {
    loss.isBinary
      ? "ln 2" : (loss.isNormalised ? "" : "Σq ") + "ln \(loss.openCount)"
  }

  /// At the end of its line, where the curve leaves room.
  private func drawStartName(in frame: PlotFrame, on grid: inout CellGrid) {
    let inner = frame.inner
    guard inner.width >= 24, let cell = frame.cell(x: 1, y: loss.start) else { return }
    let name = startName
    let isFree = (1...CellWidth.of(name)).allSatisfy {
      let glyph = grid[cell.row, inner.endColumn - $0].glyph
      return glyph == .space || profile.losses.last.map { $0 < loss.start } == true
    }
    let text = isFree ? name : ""
    grid.write(text, row: cell.row, endColumn: inner.endColumn, style: .axis)
  }

  private func drawLegend(in area: Rect, on grid: inout CellGrid) {
    var lines: [(mark: Unicode.Scalar, text: String, style: Style)] = [
      (" ", "by " + axisName(grid.glyphs), .heading)
    ]
    if let present = profile.present {
      let gradient = state.plainText(loss.shownGradient(at: selection))
      let slope = present.slope.isNaN ? "no slope here" : "slope \(gradient)"
      let own = loss.isBinary ? loss.shownCost(at: selection) : loss.shownTotal
      lines.append((grid.glyphs.bullet, "now \(state.plainText(own))", Style.plain.bold))
      lines.append((grid.glyphs.middleDot, slope, .target))
    }
    lines.append(
      (
        grid.glyphs.horizontalLine,
        "\(startName) \(loss.start.isFinite ? state.plainText(loss.shownStart) : "smoothed: inf")",
        .axis
      ))
    for (offset, line) in lines.enumerated() where offset < area.height {
      let indent = line.mark == " " ? 0 : 2
      grid.put(line.mark, row: area.row + offset, column: area.column, style: line.style)
      grid.write(
        line.text, row: area.row + offset, column: area.column + indent,
        maxWidth: area.width - indent, style: line.style)
    }
  }
}
