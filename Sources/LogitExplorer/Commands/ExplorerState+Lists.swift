extension ExplorerState {
  /// Palette, help and the list of presets.
  mutating func reduceLists(_ action: ListAction) -> [Effect] {
    switch action {
    case .openPalette: mode = .palette(Palette())
    case .openPaletteFor(let word): mode = .palette(Palette(field: TextField(word + " ")))
    case .openHelp: mode = .help(Help())
    case .openList: mode = .open(OpenList())
    case .searchHelp:
      guard case .help(var help) = mode else { break }
      help.isSearching = true
      mode = .help(help)
    case .highlight(let distance): highlight { $0.advanced(clamping: distance) }
    case .chooseRow(let row):
      guard (0..<listCount).contains(row) else { break }
      highlight { _ in row }
      return accept(then: .stop)
    case .complete: completePalette()
    }
    return []
  }

  /// How many rows of the list that has the keyboard can be highlighted.
  private var listCount: Int {
    switch mode {
    case .palette: paletteRows.count
    case .help: helpRows.count(where: \.isSelectable)
    case .open: openRows.count
    case .lessons: lessonRows.count
    case .browsing, .field, .confirm: 0
    }
  }

  private mutating func highlight(_ move: (Int) -> Int) {
    let last = max(0, listCount - 1)
    func moved(_ old: Int) -> Int { max(0, min(move(min(old, last)), last)) }
    switch mode {
    case .palette(var palette):
      palette.highlighted = moved(palette.highlighted)
      mode = .palette(palette)
    case .help(var help):
      help.highlighted = moved(help.highlighted)
      mode = .help(help)
    case .open(var list):
      list.highlighted = moved(list.highlighted)
      mode = .open(list)
    case .lessons(var list):
      list.highlighted = moved(list.highlighted)
      mode = .lessons(list)
    case .browsing, .field, .confirm: break
    }
  }

  /// The presets that match what is typed, or all if nothing is, section by section.
  ///
  /// Within a section names that begin with the text come first, and so does a section with such a
  /// name.
  package var openRows: [PresetSummary] {
    guard case .open(let list) = mode else { return [] }
    let wanted = list.field.text.lowercased().trimmingSpaces
    func rank(_ preset: PresetSummary) -> Int? {
      if preset.name.lowercased().hasPrefix(wanted) { return 0 }
      return (preset.name + " " + preset.note).lowercased().contains(wanted) ? 1 : nil
    }
    var sections: [(name: String, rows: [PresetSummary])] = []
    for preset in presets where rank(preset) != nil {
      if sections.last?.name != preset.section { sections.append((preset.section, [])) }
      sections[sections.count - 1].rows.append(preset)
    }
    let ordered = sections.map { section in
      section.rows.filter { rank($0) == 0 } + section.rows.filter { rank($0) == 1 }
    }
    return (ordered.filter { rank($0[0]) == 0 } + ordered.filter { rank($0[0]) == 1 })
      .flatMap(\.self).map(shown)
  }

  /// A preset as the list shows it.
  private func shown(_ preset: PresetSummary) -> PresetSummary {
    var shown = preset
    shown.note = shownNote(preset.note)
    return shown
  }

  /// Opens the highlighted preset, or the file that was typed where no preset matches.
  mutating func runOpenList() -> [Effect] {
    guard case .open(let list) = mode else { return [] }
    let (rows, text) = (openRows, list.field.text.trimmingSpaces)
    guard !rows.isEmpty || !text.isEmpty else { return [] }
    mode = .browsing
    let isPath = text.contains("/") || rows.isEmpty
    return reduce(
      isPath
        ? .program(.openFile(text))
        : .program(.openPreset(rows[min(list.highlighted, rows.count - 1)].name)))
  }
}
