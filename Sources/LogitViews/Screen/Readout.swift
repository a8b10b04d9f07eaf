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
    var (lines, used): ([String], Int) = ([], 0)
    for item in items {
      let needed = CellWidth.of(item)
      guard needed <= width else { continue }
      if !lines.isEmpty, used + 3 + needed <= width {
        lines[lines.count - 1] += " · " + item
        used += 3 + needed
      } else {
        guard lines.count < limit else { break }
        lines.append(item)
        used = needed
      }
    }
    return lines
  }
}
