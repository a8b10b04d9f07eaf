extension ExplorerState {
  /// How things are shown; not part of the document, so not undone.
  mutating func reduceDisplay(_ action: DisplayAction) -> [Effect] {
    switch action {
    case .lens(let new): lens = new
    case .nextLens(let distance): lens.cycle(by: distance)
    case .setDigits(let digits): setDigits(digits)
    case .changeDigits(let change): setDigits(display.digits.advanced(clamping: change))
    case .toggleHex: display.isHex.toggle()
    case .cycleAxis: display.axis.cycle(by: 1)
    case .setAxis(let axis): display.axis = axis
    case .cycleOrder: cycleOrder()
    case .setOrder(let order):
      display.order = order
      arrangeRows()
    case .toggleProjector: display.isProjector.toggle()
    case .cover(let words): cover(words)
    case .uncover(let words): uncover(words)
    case .toggleCover: toggleCover()
    case .toggleMouse:
      display.isMouseOn.toggle()
      say(
        "The mouse \(display.isMouseOn ? "works here" : "is left to the terminal; M takes it back")."
      )
      return [.setMouse(display.isMouseOn)]
    }
    return []
  }

  private mutating func setDigits(_ digits: Int) {
    let range = Display.digitRange
    display.digits = max(range.lowerBound, min(digits, range.upperBound))
    display.isHex = false
    guard digits != display.digits else { return }
    say("Between \(range.lowerBound) and \(range.upperBound) digits are shown.")
  }

  /// The next order, or the present one again where edits have left the rows out of it.
  private mutating func cycleOrder() {
    if rowOrder != display.order.arrange(document, since: arrangement)?.indices {
      arrangeRows()
      return say("Sorted by \(display.order.rawValue) again.")
    }
    display.order.cycle(by: 1)
    arrangeRows()
    say("Sorted by \(display.order.rawValue).")
  }
}
