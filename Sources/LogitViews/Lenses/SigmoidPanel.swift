import LogitExplorer
import LogitKernel
import TerminalCells

/// The curve of σ with every class on it, and what softmax says about the same logits.
struct SigmoidPanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  private var temperature: Double { state.document.temperature }

  private var numbers: RowNumbers { state.numbers.present }

  /// Beyond this many classes the sum of all is not worth its time on every frame.
  private static let mostSummed = 1000

  var readout: [String] {
    let count = state.document.count
    guard count > 0 else { return ["no classes"] }
    guard count <= SigmoidPanel.mostSummed else { return ["each class answers for itself"] }
    let meaning = "σ answers each class on its own; softmax makes them share"
    guard let sum = numbers.sumOfSigmoids else { return [meaning] }
    let isNumber = !numbers.value(.entropy).isNaN
    let isSaid = isNumber && !sum.shown.isCovered
    let relation = !isSaid ? "" : sum.isOne ? " by chance" : ", not 1"
    let one = isNumber ? "1" : "nan"
    return [
      "Σσ \(state.plainText(sum.shown))\(relation)",
      "Σp \(state.isCovered(.sumOfProbabilities) ? Cover.over(one) : one)",
      meaning,
    ]
  }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass else { return }
    // Beside another lens, whose numbers these are too, the curve is what it adds.
    let places = Places(area, hasText: state.lens == .sigmoid)
    if let box = places.plot {
      var plot = axes
      plot.curves = [
        PlotCurve(
          over: plot.x.range, steps: box.width, style: .plain, ShareCurve.sigmoid.height)
      ]
      plot.marks = marks
      plot.isCovered = state.isCovered(.sigmoid)
      plot.draw(in: box, on: &grid)
    }
    drawText(index, in: places.text, on: &grid)
  }

  /// The curve at the left if there is room for it, the text next to it.
  private struct Places {
    var plot: Rect?
    var text: Rect

    init(_ area: Rect, hasText: Bool) {
      let textWidth = hasText ? min(40, max(area.width * 2 / 5, 30)) : 0
      let plotWidth = area.width - textWidth - 2
      let hasPlot = plotWidth >= 20 && area.height >= 6
      plot = hasPlot ? area.left(plotWidth) : nil
      text = hasPlot ? area.right(textWidth) : area
    }
  }

  private func drawText(_ index: Int, in area: Rect, on grid: inout CellGrid) {
    let lines = text(index, width: area.width).prefix(area.height)
    for (offset, line) in lines.enumerated() {
      grid.write(line, row: area.row + offset, column: area.column)
    }
  }

  private var limit: Double {
    max(6, SignedScale(holding: [numbers.greatestScaledMagnitude]).limit)
  }

  private var axes: Plot {
    var plot = Plot(
      x: PlotAxis(-limit...limit, title: temperature == 1 ? "z" : "z = x/T"),
      y: PlotAxis(0...1, title: "σ(z)"))
    plot.cursors = [0]
    return plot
  }

  /// The classes on the curve, the selected one last and so above the others.
  private var marks: [PlotMark] {
    let limit = limit
    let classes = (0..<min(state.document.count, 52)).filter { $0 != state.selection }
    return (classes + [state.selection]).map { index in
      let style = Style.series(index)
      return PlotMark(
        x: min(max(numbers.scaledLogit(at: index), -limit), limit),
        y: numbers.value(.logit(.sigmoid, index)), glyph: state.mark(index),
        style: index == state.selection ? style.bold.reversed : style.bold)
    }
  }
}

extension SigmoidPanel {
  private func text(_ index: Int, width: Int) -> [String] {
    let name = CellWidth.truncated(state.label(index), toWidth: 12)
    let minus = state.equationText(0 - numbers.scaledLogit(at: index), width: 10)
    let shown = state.plainText(numbers.shown(.logit(.sigmoid, index)))
    var groups = [["σ(\(name))", "= 1 / (1 + e^−z)", "= 1 / (1 + e^\(minus))", "= \(shown)"]]
    groups.append([
      "softmax: p(\(name))", "= \(state.plainText(numbers.shown(.probability(index))))",
    ])
    if state.document.count == 2 { groups.append(pairText(index, name)) }
    return groups.flatMap { SoftmaxPanel.join($0, width: width) }
  }

  /// Two classes: softmax is the sigmoid of the difference.
  private func pairText(_ index: Int, _ name: String) -> [String] {
    let other = 1 - index
    let (z, rest) = (
      state.equationText(numbers.scaledLogit(at: index), width: 8),
      state.equationText(numbers.scaledLogit(at: other), width: 8)
    )
    return [
      "two classes: p(\(name))", "= σ(\(z) − \(rest.hasPrefix("-") ? "(\(rest))" : rest))",
      "= \(state.plainText(numbers.shown(.probability(index))))",
    ]
  }
}
