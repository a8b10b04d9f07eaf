package import LogitExplorer
import LogitKernel
package import TerminalCells

/// A bar being dragged, as it stood where the drag began.
///
/// The scale changes while the value does; a drag keeps the one it began with, so that the value
/// under the pointer does not run away.
package struct Drag: Equatable, Sendable {
  package enum Bar: Equatable, Sendable {
    case logit(SignedScale)
    case probability(ProbabilityAxis)
    /// A hint, which acts when the button is let go on it.
    case hint(Action)
  }

  package let index: Int
  package let bar: Bar
  package let columns: Range<Int>
}

/// What a mouse event does, and the drag that goes on after it.
package func pointerAction(
  _ event: MouseEvent, drag: Drag?, _ state: ExplorerState, _ layout: Layout, glyphs: GlyphLevel
) -> (action: Action?, drag: Drag?) {
  switch event.action {
  case .press:
    guard event.button == .left else { return (nil, nil) }
    return press(event.point, state, layout, glyphs)
  case .drag:
    guard let drag else { return (nil, nil) }
    return (drag.action(atColumn: event.point.column, state), drag)
  case .release:
    guard case .hint(let action)? = drag?.bar else {
      return (drag == nil ? nil : .logits(.endDrag), nil)
    }
    let hit = hit(at: event.point, state, layout, glyphs: glyphs)
    return (hit == .hint(action) ? action : nil, nil)
  case .wheelUp: return (wheel(1, event, state, layout, glyphs), drag)
  case .wheelDown: return (wheel(-1, event, state, layout, glyphs), drag)
  }
}

private func press(
  _ point: Point, _ state: ExplorerState, _ layout: Layout, _ glyphs: GlyphLevel
) -> (action: Action?, drag: Drag?) {
  let hit = hit(at: point, state, layout, glyphs: glyphs)
  switch hit {
  case .nothing: return (nil, nil)
  case .hint(let action):
    // On release: a program that is gone by then would leave it to the shell.
    return (nil, Drag(index: 0, bar: .hint(action), columns: 0..<0))
  case .choice(let row): return (.lists(.chooseRow(row)), nil)
  default: break
  }
  // A question wants its answer, and a list its choice; a field is done first.
  guard let before = state.mode.leavingByMouse else { return (nil, nil) }
  let (action, drag) = pressOnTable(hit, state, layout)
  guard let action else { return (nil, nil) }
  return (before.isEmpty ? action : .sequence(before + [action]), drag)
}

private func pressOnTable(
  _ hit: Hit, _ state: ExplorerState, _ layout: Layout
) -> (action: Action?, drag: Drag?) {
  switch hit {
  case .row(let index): return (.selection(.select(index)), nil)
  case .logit(let index):
    let isSelected = index == state.selection && state.mode == .browsing
    return (isSelected ? .field(.begin(.logit)) : .selection(.select(index)), nil)
  case .tab(let lens): return (.display(.lens(lens)), nil)
  case .part(let part): return (.numerics(.setPart(part)), nil)
  case .bit(let bit): return (.numerics(.flipBit(bit)), nil)
  case .logitBar(let index), .lensBar(let index):
    // Only a drag changes the value.
    return (.selection(.select(index)), Drag(hit, index, state, layout.table))
  case .nothing, .hint, .choice: return (nil, nil)
  }
}

private func wheel(
  _ direction: Double, _ event: MouseEvent, _ state: ExplorerState, _ layout: Layout,
  _ glyphs: GlyphLevel
) -> Action? {
  if Overlay.isList(state.mode) { return .lists(.highlight(by: direction > 0 ? -1 : 1)) }
  guard state.mode == .browsing else { return nil }
  let steps = event.modifiers.contains(.shift) ? 10 * direction : direction
  switch hit(at: event.point, state, layout, glyphs: glyphs) {
  case .logit(let index), .logitBar(let index), .lensBar(let index):
    return .logits(.nudgeClass(index, steps: steps))
  case .row: return .selection(.move(by: direction > 0 ? -1 : 1))
  default: return nil
  }
}

extension Mode {
  /// What comes before an action on the table; `nil` where the table takes none.
  fileprivate var leavingByMouse: [Action]? {
    switch self {
    case .browsing: []
    case .field: [.field(.accept(then: .move(by: 0)))]
    case .palette, .help, .open, .lessons: [.field(.cancel)]
    case .confirm: nil
    }
  }
}

extension Drag {
  /// `nil` for a bar that shows what cannot be set, and for one that is covered.
  fileprivate init?(_ hit: Hit, _ index: Int, _ state: ExplorerState, _ layout: TableLayout) {
    self.index = index
    switch hit {
    case .logitBar:
      guard let bar = layout.logitBar else { return nil }
      columns = bar.columns
      self.bar = .logit(TableView.logitScale(state))
    case .lensBar:
      let lens = LensView.of(state.lens)
      guard let bar = layout.lensBar, case .probability = lens.bar,
        !state.isCovered(lens.barKind(state))
      else { return nil }
      columns = bar.columns
      self.bar = .probability(ProbabilityAxis(state.display.axis))
    default: return nil
    }
  }

  /// What pointing at a column of the screen sets.
  package func action(atColumn column: Int, _ state: ExplorerState) -> Action? {
    let offset = column - columns.lowerBound
    switch bar {
    case .hint: return nil
    case .logit(let scale):
      let value = scale.value(atColumn: offset, width: columns.count)
      return .logits(.dragLogit(index, Drag.short(value)))
    case .probability(let axis):
      let value = axis.probability(atColumn: offset, width: columns.count)
      // Three digits of 0.9999 would be 1, and 1 needs an infinite logit.
      let short = Drag.short(value)
      let probability = short < 1 || value >= 1 ? short : value
      guard case .probability(_, _, let drag) = LensView.of(state.lens).bar else {
        return .logits(.dragProbability(index, probability))
      }
      return drag(state, index, probability)
    }
  }

  /// A cell is wide: more than three digits would pretend to be exact.
  private static func short(_ value: Double) -> Double {
    Double(DecimalText.significant(value, digits: 3)) ?? value
  }
}
