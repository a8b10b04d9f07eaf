import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// The computation step by step in a number format, a column a stage.
  static let numerics = LensView(
    lens: .numerics,
    columns: { StageColumns($0).columns },
    leadingColumns: 8,
    sharesWidth: true,
    bar: nil,
    leastPanelHeight: 10,
    // The sentence, the tabs, and the table of formats whole, with its headings and its legend.
    leastWidePanelHeight: 6 + NumberFormat.all.count,
    drawPanel: { state, area, grid in NumericsPanel(state).draw(in: area, on: &grid) },
    readout: { state, _ in NumericsPanel(state).readoutLine },
    sentence: { NumericsPanel($0).sentence.text },
    isWide: true
  )
}

/// The stages of the computation as columns; where there is room for a few, the telling ones stay.
struct StageColumns {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  private var format: NumberFormat { state.document.arithmetic.settings.storage }

  var columns: [TableColumn] {
    guard let run = state.readouts.emulated else { return exactColumns }
    let stages = run.stages
    return order(stages.map(\.kind)).map { place in
      let stage = stages[place]
      return TableColumn(title: stage.name, width: state.numberWidth, place: Double(place)) {
        state, index in
        guard let run = state.readouts.emulated else { return .word("", .plain) }
        let (cell, fault) = (run.cell(stage.kind, at: index), state.readouts.numerics?.fault)
        let isFault = fault?.stage == stage.kind && fault?.index == index
        return .stored(cell.value, event: cell.event, isFault: isFault)
      }
    }
  }

  /// The bad step first, then the results, then backwards from the sum.
  private func order(_ kinds: [TraceStage.Kind]) -> [Int] {
    let fault = state.readouts.numerics?.fault?.stage
    let wanted: [TraceStage.Kind] =
      [fault].compactMap(\.self)
      + [.probability, .logProbability, .partialSum, .exponential, .shifted, .scaled, .input]
    var places: [Int] = []
    for kind in wanted {
      guard let place = kinds.firstIndex(of: kind), !places.contains(place) else { continue }
      places.append(place)
    }
    return places
  }

  /// The true values of the stages, each rounded once.
  private var exactColumns: [TableColumn] {
    let format = self.format
    func column(
      _ title: String, _ place: Double, _ value: @escaping @Sendable (LogitRow, Int) -> Double
    ) -> TableColumn {
      TableColumn(title: title, width: state.numberWidth, place: place) { state, index in
        .stored(value(state.logits, index))
      }
    }
    return [
      column("p", 3) { $0.probability(at: $1, in: format) },
      column("log p", 4) { $0.logProbability(at: $1, in: format) },
      column("exp(z−m)", 2) { row, index in format.round(row.besideGreatest(index).odds) },
      column("z−m", 1) { row, index in format.round(row.besideGreatest(index).logOdds) },
      column("x", 0) { row, index in format.round(row.logits[index]) },
    ]
  }
}

extension LogitRow {
  /// The class and the greatest one alone: e^(z−m) and z−m, exactly.
  fileprivate func besideGreatest(_ index: Int) -> (odds: Double, logOdds: Double) {
    guard let greatest = temperature < 0 ? logits.min() : logits.max() else { return (.nan, .nan) }
    if logits[index] == greatest { return (1, 0) }
    let pair = LogitRow([logits[index], greatest], temperature: temperature)
    return (pair.odds(at: 0), pair.logOdds(at: 0))
  }
}
