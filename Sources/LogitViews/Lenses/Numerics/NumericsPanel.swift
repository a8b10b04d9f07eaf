import LogitExplorer
import LogitKernel
import TerminalCells

/// The panel of the Numerics lens: the sentence, the marks' legend, and the parts that fit.
struct NumericsPanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  var arithmetic: Arithmetic { state.document.arithmetic }
  var format: NumberFormat { arithmetic.settings.storage }
  var numbers: RowNumbers { state.numbers.present }
  var readout: NumericsNumbers? { state.numbers.numerics }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard !area.isEmpty, state.selectedClass != nil else { return }
    let places = NumericsPlaces(state, in: area)
    let lines = MessageLine.wrap(sentence.text, width: area.width, atMost: places.sentence.height)
    for (offset, line) in lines.enumerated() {
      grid.write(
        CellWidth.truncated(line, toWidth: area.width, level: grid.glyphs),
        row: places.sentence.row + offset, column: area.column, style: sentence.style)
    }
    drawTabs(places, on: &grid)
    drawLegend(places, on: &grid)
    for (part, box) in places.parts {
      let isFirst = part == state.display.numerics.part
      let inside = isFirst ? box : box.removingTop(1)
      if !isFirst {
        grid.write(part.title, row: box.row, column: box.column, style: .heading)
      }
      if state.isCovered(part) {
        grid.writeCovered("covered until it is revealed", in: inside)
      } else {
        grid.clipped(to: inside) { draw(part, in: inside, on: &$0) }
      }
    }
  }

  private func draw(_ part: NumericsPart, in area: Rect, on grid: inout CellGrid) {
    switch part {
    case .steps: drawSteps(in: area, on: &grid)
    case .formats: drawFormats(in: area, on: &grid)
    case .bits: drawBits(in: area, on: &grid)
    case .sweep: drawSweep(in: area, on: &grid)
    case .online: drawOnline(in: area, on: &grid)
    case .masks: drawMasks(in: area, on: &grid)
    }
  }

  /// The parts by name, the one that the keys are about in brackets.
  private func drawTabs(_ places: NumericsPlaces, on grid: inout CellGrid) {
    for (part, area) in places.tabs {
      let isShown = part == state.display.numerics.part
      let text = isShown ? "[\(part.title)]" : " \(part.title) "
      grid.write(
        text, row: area.row, column: area.column, style: isShown ? Style.selected.bold : .plain)
    }
  }

  /// The marks of the rows on the screen in words.
  private func drawLegend(_ places: NumericsPlaces, on grid: inout CellGrid) {
    var found: Set<TraceEvent> = []
    for (kind, _) in numbers.stages {
      for index in state.shownClasses {
        numbers.stage(kind, at: index).event.map { _ = found.insert($0) }
      }
    }
    guard !found.isEmpty else { return }
    let items = TraceEvent.allCases.filter(found.contains).map { "\($0.mark) \($0.word)" }
    let text = items.joined(separator: "  ")
    guard let area = places.legends.first(where: { $0.width >= CellWidth.of(text) }) else { return }
    grid.write(text, row: area.row, endColumn: area.endColumn, style: .dim)
  }

  /// What goes wrong, why, and what cures it; or how good the result is.
  var sentence: (text: String, style: Style) {
    guard let index = state.selectedClass else { return ("no classes: a adds one", .dim) }
    guard !arithmetic.isExact else {
      return (
        "Exact: every number is the true value, rounded once to \(format.name). "
          + "v chooses an algorithm to follow step by step, f a format.", .plain
      )
    }
    guard !state.isCovered(.steps) else { return ("The steps are covered; P reveals.", .dim) }
    let losesDigits = (readout?.error ?? 0) > 2
    if let step = readout?.scalar?.firstBadStep(losesDigits: losesDigits) {
      return scalarSentence(step)
    }
    if readout?.scalar == nil, let fault = readout?.fault {
      let isBad = fault.cell.event?.isBreakdown ?? true
      return (place(of: fault) + fault.sentence, isBad ? Style.error.bold : .warning)
    }
    if readout?.scalar == nil, let sum = readout?.poisonedSum {
      let text =
        "\(name(of: sum)): a weight of 0 times log p = -inf is NaN; drop such terms "
        + "(:drop-zero-weights true)."
      return (text, Style.error.bold)
    }
    let text = "No step of \(state.label(index)) goes wrong: \(quantityName) \(quality)."
    return (text, .plain)
  }

  /// How good the result is where no step is to blame.
  private var quality: String {
    let error = readout?.error ?? 0
    if error == 0 { return "is the true value" }
    if error <= 0.5 { return "is the true value, rounded once" }
    let size = max((readout?.value ?? 0).magnitude, (readout?.exact ?? 0).magnitude)
    return error > 2 && size < format.leastNormal
      ? "is so near 0 that \(format.name) has few digits for it, or none"
      : "is off by \(ulpText(error)) of \(format.name), by rounding"
  }

  /// The bad step of a function of one logit.
  private func scalarSentence(_ step: TraceStep) -> (text: String, style: Style) {
    let (event, operation) = (step.cell.event?.word ?? "", step.cell.operation.text)
    let cure =
      arithmetic.settings.algorithm == .naive
      ? "the form of every other algorithm avoids it" : "use a wider format"
    let isBad = step.cell.event?.isBreakdown ?? false
    return (
      "\(step.name): \(operation) = \(state.storedText(step.cell.value)), \(event); \(cure).",
      isBad ? Style.error.bold : .warning
    )
  }

  private func place(of fault: TraceFault) -> String {
    fault.index.map { CellWidth.truncated(state.label($0), toWidth: 16) + ": " } ?? ""
  }

  /// The result that tables and sweeps are about, by name.
  var quantityName: String { readout.map { name(of: $0.quantity) } ?? "" }

  func name(of quantity: Quantity) -> String {
    switch quantity {
    case .divergence: "KL(p‖pinned)"
    case .crossEntropyGradient: quantity.symbol
    default: quantity.index.map { "\(quantity.symbol)(\(shortLabel($0)))" } ?? quantity.symbol
    }
  }

  private func shortLabel(_ index: Int) -> String {
    CellWidth.truncated(state.label(index), toWidth: 12)
  }

  /// An error in units in the last place, no longer than is useful.
  func ulpText(_ error: Double) -> String {
    error.isInfinite ? "lost" : "\(NumericsPanel.short(error)) ulp\(error == 1 ? "" : "s")"
  }

  static func short(_ error: Double) -> String {
    if error.isInfinite { return "inf" }
    if error == 0 { return "0" }
    if error < 0.1 { return DecimalText.fixed(max(error, 0.01), fractionDigits: 2) }
    if error >= 1e5 { return DecimalText.scientific(error, significantDigits: 2) }
    return error >= 100
      ? DecimalText.fixed(error, fractionDigits: 0) : DecimalText.significant(error, digits: 2)
  }

  /// The result against the truth, for the readout line.
  var readoutLine: [String] {
    guard let readout, state.selectedClass != nil else { return [] }
    guard !state.isResultCovered else {
      return ["\(quantityName) \(Cover.over(width: state.display.digits + 2))"]
    }
    let (exact, truth) = (state.storedText(readout.exact), state.storedText(readout.truth))
    guard let value = readout.value else {
      let rounded = exact == truth ? [] : ["rounded to \(format.name) \(truth)"]
      return ["\(quantityName) exactly \(exact)"] + rounded
    }
    let error = readout.error ?? 0
    return [
      "\(quantityName) \(state.storedText(value))", "exactly \(exact)",
      error.isInfinite ? "lost" : "off by \(ulpText(error))",
      "Σp \(state.plainText(numbers.shown(.sumOfProbabilities)))",
    ]
  }
}

extension ExplorerState {
  /// The classes whose rows are on the screen, as far as the view has said how many fit.
  var shownClasses: [Int] {
    let count = document.count
    let rows = min(count, max(1, visibleRows))
    let first = max(0, min(selectedRow - rows / 2, count - rows))
    return (first..<first + rows).map(classIndex(atRow:))
  }
}
