package import LogitExplorer
package import TerminalCells

/// What a cell of the screen belongs to.
package enum Hit: Equatable, Sendable {
  case nothing
  /// A class's row apart from its bars.
  case row(Int)
  /// The number of a class' logit.
  case logit(Int)
  case logitBar(Int)
  case lensBar(Int)
  case tab(Lens)
  /// A part of the Numerics lens, by its name.
  case part(NumericsPart)
  /// A bit of the selected logit, counted from the last.
  case bit(Int)
  case hint(Action)
  /// A line of the list that is open, counted among those that can be chosen.
  case choice(Int)
}

/// What the mouse points at: the same layout that draws answers.
package func hit(
  at point: Point, _ state: ExplorerState, _ layout: Layout, glyphs: GlyphLevel
) -> Hit {
  guard !layout.isValueOnly else { return .nothing }
  if layout.footer.contains(point) {
    let place = Footer.places(state, layout, glyphs: glyphs).first { $0.area.contains(point) }
    return place?.hint.action.map { .hint($0) } ?? .nothing
  }
  if layout.list.contains(point) {
    let rows = ListRow.rows(state, glyphs: glyphs)
    return ListView(rows: rows, area: layout.list).choice(at: point).map { .choice($0) } ?? .nothing
  }
  if state.display.isProjector { return .nothing }
  let strip = layout.rowStrip.top(1)
  if strip.contains(point), let row = RowStrip(state)?.row(atColumn: point.column, in: strip) {
    return .hint(.rows(.go(row)))
  }
  if let choice = LessonPlace(state, in: layout.lesson)?.choice(at: point) {
    return .hint(.lesson(.choose(choice)))
  }
  if let tab = Header.tabPlaces(layout).first(where: { $0.area.contains(point) }),
    !layout.tabs.isEmpty
  {
    return .tab(tab.lens)
  }
  return layout.numericsHit(at: point, state) ?? layout.table.hit(at: point, state)
}

extension Layout {
  /// What of the Numerics panel is there.
  fileprivate func numericsHit(at point: Point, _ state: ExplorerState) -> Hit? {
    guard let panel = panels.first(where: { $0.content == .lens(.numerics) })?.area else {
      return nil
    }
    let places = NumericsPlaces(state, in: panel)
    if let tab = places.tabs.first(where: { $0.area.contains(point) }) { return .part(tab.part) }
    guard let area = places.bits, state.selectedClass != nil else { return nil }
    return NumericsPanel(state).bit(at: point, in: area).map { .bit($0) }
  }
}

extension TableLayout {
  fileprivate func hit(at point: Point, _ state: ExplorerState) -> Hit {
    guard area.contains(point), let row = row(atScreenRow: point.row) else { return .nothing }
    let index = state.classIndex(atRow: row)
    if logitBar?.columns.contains(point.column) ?? false { return .logitBar(index) }
    if lensBar?.columns.contains(point.column) ?? false { return .lensBar(index) }
    if logit?.columns.contains(point.column) ?? false { return .logit(index) }
    return .row(index)
  }
}
