import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// The error in ulps against what is done to all logits, one curve an algorithm.
  func drawSweep(in area: Rect, on grid: inout CellGrid) {
    guard let sweep = readout?.sweep else { return drawTooLong(in: area, on: &grid) }
    let legend = legend(of: sweep)
    let isBeside = area.width >= 64
    let legendWidth = legend.map { CellWidth.of($0.text) }.max() ?? 0
    let box = isBeside ? area.removingRight(legendWidth + 2) : area
    if isBeside {
      for (offset, item) in legend.enumerated() where offset < area.height {
        grid.write(
          item.text, row: area.row + offset, column: box.endColumn + 2, style: item.style)
      }
    }
    plot(sweep).draw(in: box, on: &grid)
  }

  private func style(_ index: Int, _ sweep: ErrorSweep) -> Style {
    let isPresent =
      !arithmetic.isExact && sweep.algorithms[index] == arithmetic.settings.algorithm
    return isPresent ? Style.series(index).bold : .series(index)
  }

  /// A digit, since letters are classes.
  private func mark(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "1") + UInt8(index % 9))
  }

  /// The algorithms with their marks, and where each breaks.
  private func legend(of sweep: ErrorSweep) -> [(text: String, style: Style)] {
    sweep.algorithms.indices.map { index in
      let name = "\(mark(index)) \(sweep.algorithms[index].heading.padding(to: 8))"
      guard let place = sweep.breakdown(of: index) else {
        return (name + " holds", style(index, sweep))
      }
      return (name + " breaks at " + NiceNumber.label(rounded(place)), style(index, sweep))
    }
  }

  private func rounded(_ value: Double) -> Double {
    Double(DecimalText.significant(value, digits: 2)) ?? value
  }

  private func plot(_ sweep: ErrorSweep) -> Plot {
    let greatest = sweep.errors.joined().filter(\.isFinite).max() ?? 1
    let top = max(2, (decimalLogarithm(greatest) + 0.3).rounded(.up))
    let span = (
      decimalLogarithm(sweep.positions[0]),
      decimalLogarithm(sweep.positions[sweep.positions.count - 1])
    )
    var plot = Plot(
      x: PlotAxis(span.0...span.1, title: sweep.kind.title, ticks: decades(span.0, span.1)),
      y: PlotAxis(
        -0.5...top, title: "error of \(quantityName) in ulps", ticks: decades(0, top)))
    plot.curves = sweep.algorithms.indices.map { index in
      let points = zip(sweep.positions, sweep.errors[index]).map { position, error in
        PlotCurve.Point(x: decimalLogarithm(position), y: decimalLogarithm(error))
      }
      return PlotCurve(points: points, style: style(index, sweep), mark: mark(index))
    }
    if sweep.kind == .temperature { plot.cursors = [decimalLogarithm(state.document.temperature)] }
    return plot
  }

  private func decades(_ low: Double, _ high: Double) -> [PlotAxis.Tick] {
    stride(from: low.rounded(.up), through: high, by: 1).map { exponent in
      let value = NiceNumber.power(Int(exponent))
      let isPlain = (-2...4).contains(exponent)
      return PlotAxis.Tick(
        value: exponent, text: isPlain ? NiceNumber.label(value) : "1e\(Int(exponent))")
    }
  }
}
