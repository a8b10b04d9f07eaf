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

  private var numbers: RowNumbers { state.numbers.present }

  var columns: [TableColumn] {
    let stages = numbers.stages
    return order(stages.map(\.kind)).map { place in
      let stage = stages[place]
      return TableColumn(title: stage.name, width: state.numberWidth, place: Double(place)) {
        state, index in
        let fault = state.numbers.numerics?.fault
        return state.numbers.present.stage(stage.kind, at: index, fault: fault)
      }
    }
  }

  /// The bad step first, then the results, then backwards from the sum.
  private func order(_ kinds: [TraceStage.Kind]) -> [Int] {
    let fault = state.numbers.numerics?.fault?.stage
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
}
