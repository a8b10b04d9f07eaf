import LogitExplorer
import LogitKernel
import TerminalCells

/// What a row of a thousand classes and more shows instead of the curve of one.
extension SoftmaxPanel {
  private static let shares = [50, 90, 99]

  /// "top 12 hold 50 %", "345 hold 90 %", …, each a text of its own.
  var holdings: [String] {
    let (count, isCovered) = (state.document.count, state.isCovered(.probability))
    let fewest = SoftmaxPanel.shares.compactMap { numbers.fewest(holding: $0) }
    guard fewest.count == SoftmaxPanel.shares.count, let last = fewest.last else { return [] }
    var items = zip(SoftmaxPanel.shares, fewest).enumerated().map { place, item in
      let number = DecimalText.grouped(item.1)
      let text = isCovered ? Cover.over(number) : item.1 == count ? "all \(number)" : number
      let holds = item.1 == 1 && !isCovered ? "holds" : "hold"
      return "\(place == 0 && item.1 < count ? "top " : "")\(text) \(holds) \(item.0) %"
    }
    if last < count, !isCovered {
      items.append("the other \(DecimalText.grouped(count - last)) at most 1 %")
    }
    return items
  }

  /// The plots side by side that have room: the mass, p by rank, the logits.
  func drawSpread(in area: Rect, on grid: inout CellGrid) {
    let curves = numbers.spreadCurves
    guard area.height >= 5, let end = curves.points.last else { return }
    let count = max(1, min(3, area.width / 22))
    for place in 0..<count {
      let (left, right) = (area.width * place / count, area.width * (place + 1) / count)
      let gap = place + 1 < count ? 2 : 0
      let box = area.removingLeft(left).left(right - left - gap)
      switch place {
      case 0: massPlot(curves, end).draw(in: box, on: &grid)
      case 1: rankPlot(curves, end).draw(in: box, on: &grid)
      default: histogram(curves, width: box.width).draw(in: box, on: &grid)
      }
    }
  }

  /// Without a title, which would take the place of a tick's text.
  private func rankAxis(_ end: SpreadCurves.Point) -> PlotAxis {
    PlotAxis(0...max(end.rank, 1), ticks: decades(0, Int(end.rank)))
  }

  private func decades(_ low: Int, _ high: Int) -> [PlotAxis.Tick] {
    (low...max(low, high)).map {
      PlotAxis.Tick(value: Double($0), text: NiceNumber.label(ofPower: $0))
    }
  }

  private func massPlot(_ curves: SpreadCurves, _ end: SpreadCurves.Point) -> Plot {
    var plot = Plot(x: rankAxis(end), y: PlotAxis(0...1, title: "mass by rank"))
    plot.isCovered = state.isCovered(.probability)
    let points = curves.points.map { PlotCurve.Point(x: $0.rank, y: $0.mass) }
    plot.curves = [PlotCurve(points: points, style: .plain)]
    return plot
  }

  private func rankPlot(_ curves: SpreadCurves, _ end: SpreadCurves.Point) -> Plot {
    let least = Int(max(-30, min(-1, end.probability)).rounded(.down))
    var plot = Plot(
      x: rankAxis(end), y: PlotAxis(Double(least)...0, title: "p by rank", ticks: decades(least, 0))
    )
    plot.isCovered = state.isCovered(.probability)
    let points = curves.points.map { PlotCurve.Point(x: $0.rank, y: $0.probability) }
    plot.curves = [PlotCurve(points: points, style: .plain)]
    return plot
  }

  private func histogram(_ curves: SpreadCurves, width: Int) -> Plot {
    let bars = curves.histogram(atMost: width)
    let (low, high) = (bars.first?.logits.lowerBound ?? 0, bars.last?.logits.upperBound ?? 1)
    let most = bars.lazy.map(\.count).max() ?? 1
    var plot = Plot(
      x: PlotAxis(low...high, title: "logit"),
      y: PlotAxis(0...NiceNumber.limit(holding: Double(most)), title: "classes"))
    let steps = width * 2
    var (points, place): ([PlotCurve.Point], Int) = ([], 0)
    for step in 0..<steps {
      let x = low + (high - low) * (Double(step) + 0.5) / Double(steps)
      while place + 1 < bars.count, bars[place].logits.upperBound < x { place += 1 }
      guard bars.indices.contains(place), bars[place].count > 0 else { continue }
      points += [0, Double(bars[place].count), .nan].map { PlotCurve.Point(x: x, y: $0) }
    }
    plot.curves = [PlotCurve(points: points, style: .plain)]
    return plot
  }
}
