import LogitExplorer
import TerminalCells

extension Layout {
  /// The lens' panel, from 110 columns with a column of others at its side.
  ///
  /// Where there is more room than the lens' panel gains from, panels of other lenses stand below or
  /// beside it: those that a nudge hardly changes, so that the eye stays where the change is.
  mutating func placePanels(_ lens: LensView, _ area: Rect) {
    guard !lens.isWide else { return add([.lens(lens.lens)], in: area) }
    let side = !lesson.isEmpty ? 0 : size.width >= 180 ? 68 : size.width >= 110 ? 40 : 0
    let main = area.removingRight(side)
    let others = lens.companions
    if area.height >= lens.bestPanelHeight + 12, !others.isEmpty {
      let height = (area.height - 1) / 2
      add([.lens(lens.lens)], in: main.top(height))
      let below = main.removingTop(height)
      rules.append(below.top(1))
      add(others.prefix(max(1, main.width / 64)).map { .lens($0) }, in: below.removingTop(1))
    } else {
      let beside = main.width >= 128 ? others.prefix(1) : []
      add(([lens.lens] + beside).map { .lens($0) }, in: main)
    }
    if side > 0 { placeSide(area.right(side)) }
  }

  /// Panels of text, one below the other, as many as have room.
  private mutating func placeSide(_ area: Rect) {
    var free = area
    let values = ValuesPanel.height
    if free.height >= values + 6 {
      add([.values], in: free.top(values))
      rules.append(free.removingTop(values).top(1))
      free = free.removingTop(values + 1)
    }
    let keys = free.width >= 60 ? free.height * 2 / 3 : 0
    let history = free.height - (keys >= 8 ? keys + 1 : 0)
    add([.history], in: free.top(history))
    guard keys >= 8 else { return }
    rules.append(free.removingTop(history).top(1))
    add([.keys], in: free.bottom(keys))
  }

  /// Panels side by side, their titles on the rule above the area.
  private mutating func add(_ contents: [PanelContent], in area: Rect) {
    for (index, content) in contents.enumerated() {
      let left = area.width * index / contents.count
      let right = area.width * (index + 1) / contents.count
      let box = area.removingLeft(left).left(right - left)
      let title = Rect(row: box.row - 1, column: box.column, width: box.width, height: 1)
      panels.append(Panel(content: content, title: title, area: box.inset(columns: 1)))
    }
  }
}
