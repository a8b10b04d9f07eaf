package import LogitExplorer
package import LogitKernel
package import TerminalCells

/// How a lens looks: columns and a bar on the table's rows, one panel, one readout.
///
/// The catalogue has one row a lens; the table, the panels and the mouse are made from it.
package struct LensView: Sendable {
  package let lens: Lens
  /// Columns on the table's rows, the most important first.
  package let columns: @Sendable (ExplorerState) -> [TableColumn]
  /// How many of them are shown before bars get any room; the others come when bars have plenty.
  package var leadingColumns = 1
  /// Whether the columns share the room evenly, so that as many as can be are shown.
  package var sharesWidth = false
  package let bar: LensBar?
  /// What the bars show.
  package var barKind: @Sendable (ExplorerState) -> Quantity.Kind = { _ in .probability }
  /// Which of the columns has the numbers that the bars show.
  package var barColumn = 0
  /// Rows below which the panel says nothing useful; the table scrolls before it takes these.
  package let leastPanelHeight: Int
  /// The same from 110 columns and 30 rows, where the panel has more to say.
  package var leastWidePanelHeight = 0
  /// Rows beyond which the panel gains nothing: larger screens put another panel there.
  package var bestPanelHeight = 20
  /// Whether a nudge changes little of its panel, so that it may be shown next to another lens's.
  package var isSteady = false
  /// Draws the panel in an area of any size, on blank cells.
  package let drawPanel: @Sendable (ExplorerState, Rect, inout CellGrid) -> Void
  /// Lines that the readout may take on an ordinary screen.
  package var readoutLines = 2
  /// Short texts for readout lines of a width, the most important first; they are shown or left out
  /// whole.
  package let readout: @Sendable (ExplorerState, _ width: Int) -> [String]
  /// What matters most, in a sentence for screens without room for a panel.
  package var sentence: (@Sendable (ExplorerState) -> String)?
  /// Whether its panel takes the whole width and divides it itself.
  package var isWide = false

  package static func of(_ lens: Lens) -> LensView {
    catalog.first { $0.lens == lens } ?? softmax
  }

  func leastPanelHeight(on size: Size, isLong: Bool) -> Int {
    let isLarge = size.width >= 110 && size.height >= 30
    let least = max(leastPanelHeight, isLarge ? leastWidePanelHeight : 0)
    // A long row's plots say more than as many rows of the table.
    return isLong ? max(least, size.height * 3 / 7) : least
  }

  /// The lenses whose panels may be shown next to this one's.
  var companions: [Lens] {
    LensView.catalog.filter { $0.isSteady && $0.lens != lens }.map(\.lens)
  }
}

/// A column of numbers on the table's rows.
package struct TableColumn: Sendable {
  package let title: String
  /// Cells, the gap before it not counted.
  package let width: Int
  /// Columns that are shown stand in the order of their places, equal ones in the lens' order.
  package let place: Double
  package let content: @Sendable (ExplorerState, Int) -> ShownNumber

  package init(
    title: String, width: Int, place: Double = 0,
    content: @escaping @Sendable (ExplorerState, Int) -> ShownNumber
  ) {
    self.title = title
    self.width = width
    self.place = place
    self.content = content
  }

  /// A quantity of each class, as wide as any number at the state's display.
  init(
    _ title: String, _ state: ExplorerState, _ quantity: @escaping @Sendable (Int) -> Quantity
  ) {
    self.init(title: title, width: state.numberWidth) { state, index in
      state.numbers.present.shown(quantity(index))
    }
  }
}

/// A lens' bar on the table's rows.
package enum LensBar: Sendable {
  /// On the axis that the display is set to. `drag` says what dragging to a probability does.
  case probability(
    point: @Sendable (ExplorerState, Int) -> ProbabilityPoint,
    ghost: @Sendable (ExplorerState, Int) -> ProbabilityPoint?,
    drag: @Sendable (ExplorerState, Int, Double) -> Action)
  /// To both sides of zero.
  case signed(
    value: @Sendable (ExplorerState, Int) -> Double,
    ghost: @Sendable (ExplorerState, Int) -> Double?,
    scale: @Sendable (ExplorerState) -> SignedScale)
}
