import LogitExplorer
import TerminalCells

/// The readout: short texts joined by dots, on as many lines as they need and may have.
enum Readout {
  /// Never cuts a text: one that has no room is left out with all that follow it.
  static func lines(_ state: ExplorerState, width: Int, atMost limit: Int) -> [String] {
    let items = LensView.of(state.lens).readout(state, width - 2)
    return wrap(items, width: width - 2, atMost: limit)
  }

  static func wrap(_ items: [String], width: Int, atMost limit: Int) -> [String] {
    var lines: [String] = []
    for item in items {
      let itemWidth = CellWidth.of(item)
      guard itemWidth <= width else { continue }
      if let last = lines.last, CellWidth.of(last) + 3 + itemWidth <= width {
        lines[lines.count - 1] = last + " · " + item
      } else {
        guard lines.count < limit else { break }
        lines.append(item)
      }
    }
    return lines
  }
}
