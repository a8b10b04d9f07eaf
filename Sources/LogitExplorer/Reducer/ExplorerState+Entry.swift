extension ExplorerState {
  mutating func reduceEntry(_ action: EntryAction) -> [Effect] {
    switch action {
    case .begin(let kind): beginEntry(kind)
    case .typeLogit(let text):
      beginEntry(.logit)
      if case .entry = mode {
        edit(.deleteToStart)
        edit(.insert(text))
      }
    case .edit(let change): edit(change)
    case .commit(let distance): return commit(then: distance)
    case .commitAndMove(let distance): commitAndMove(by: distance)
    case .cancel: cancel()
    }
    return []
  }

  private mutating func beginEntry(_ kind: EntryPurposeKind) {
    guard let purpose = purpose(of: kind) else {
      return say("There is no class yet: a adds one.", .warning)
    }
    var entry = Entry(
      purpose: purpose, field: TextField(startText(of: purpose)),
      replacesOnType: kind.replacesOnType, startSelection: selection)
    // The field opens all the same: what is typed next must not fall into the logit.
    if case .probability(let index) = purpose {
      entry.refusal = document.reasonAgainstProbability(0.5, of: index)
    }
    mode = .entry(entry)
  }

  private func purpose(of kind: EntryPurposeKind) -> EntryPurpose? {
    switch kind {
    case .logit: hasClass(selection) ? .logit(selection) : nil
    case .probability: hasClass(selection) ? .probability(selection) : nil
    case .weight: hasClass(selection) ? .weight(selection) : nil
    case .rename: hasClass(selection) ? .rename(selection) : nil
    case .temperature: .temperature
    case .labelSmoothing: .labelSmoothing
    case .shift: .shift
    case .find: .find
    case .open: .open
    case .save: .save
    case .step: .step
    }
  }

  /// The text a field opens with: the old value, to the last bit.
  private func startText(of purpose: EntryPurpose) -> String {
    switch purpose {
    case .rename(let index): document.labels[index]
    case .find, .open: ""
    case .save: path ?? (document.name.isEmpty ? "untitled" : document.name) + ".toml"
    case .step: fieldText(step)
    case .shift: ""
    default: purpose.oldValue(in: document).map(fieldText) ?? ""
    }
  }

  /// Changes the text of the field that is open, and with it the value that the text means.
  private mutating func edit(_ change: FieldEdit) {
    switch mode {
    case .entry(var entry):
      if entry.replacesOnType, change.changesText { entry.field = TextField() }
      entry.replacesOnType = false
      let text = entry.field.text
      entry.field.apply(change)
      if entry.field.isFull, case .insert = change {
        entry.refusal = "A field holds \(TextField.limit) characters; what comes after is left out."
        mode = .entry(entry)
        return
      }
      if entry.field.text != text || change.changesText { follow(&entry) }
      mode = .entry(entry)
    case .palette(var palette):
      palette.field.apply(change)
      (palette.highlighted, palette.refusal) = (0, nil)
      mode = .palette(palette)
    case .help(var help):
      help.field.apply(change)
      (help.highlighted, help.isSearching) = (0, true)
      mode = .help(help)
    case .open(var list):
      list.field.apply(change)
      list.highlighted = 0
      mode = .open(list)
    case .browsing, .confirm: break
    }
  }

  /// Lets the document, or the selection, follow the text of the field.
  ///
  /// A text that is not finished leaves the last one that was; one that is refused takes back what
  /// the last one did, so that the screen does not show what the text does not say.
  private mutating func follow(_ entry: inout Entry) {
    if entry.purpose == .find { return followSearch(&entry) }
    do throws(Refusal) {
      try adopt(entry.field.text, in: &entry)
    } catch {
      entry.refusal = error.isUnfinished ? nil : error.sentence
      guard !error.isUnfinished, let restore = entry.restore else { return }
      _ = document.apply(restore)
      (entry.restore, entry.title) = (nil, "")
    }
  }

  /// Makes the document what the text says, starting from what it was when the field opened.
  mutating func adopt(_ text: String, in entry: inout Entry) throws(Refusal) {
    var original = document
    if let restore = entry.restore { _ = original.apply(restore) }
    let proposal = try entry.purpose.proposal(text, in: original)
    document = original
    (entry.restore, entry.title, entry.refusal) = (nil, "", nil)
    guard let proposal else { return }
    let inverse = document.apply(proposal.edit)
    guard document != original else { return }
    (entry.restore, entry.title) = (inverse, proposal.title)
  }

  private mutating func followSearch(_ entry: inout Entry) {
    (searchText, selection, entry.refusal) = (entry.field.text, entry.startSelection, nil)
    guard !searchText.isEmpty else { return }
    if let row = firstMatch(from: selectedRow, step: 1, includingStart: true) {
      selectRow(row)
    } else {
      entry.refusal = "No class has '\(shortened(searchText))' in its name."
    }
  }

  /// Closes whatever has the keyboard without accepting it.
  private mutating func cancel() {
    switch mode {
    case .entry(let entry):
      if let restore = entry.restore { _ = document.apply(restore) }
      if entry.purpose == .find { searchText = "" }
      selection = entry.startSelection
      mode = .browsing
    case .help(var help) where help.isSearching:
      help = Help()
      mode = .help(help)
    case .browsing, .palette, .help, .open, .confirm: mode = .browsing
    }
    afterSave = []
  }

  /// Closes an open field because something else happens, keeping what it has changed.
  mutating func acceptEntry() {
    guard case .entry(let entry) = mode else { return }
    mode = .browsing
    if entry.purpose == .save { afterSave = [] }
    record(entry)
  }

  /// Notes what a field has changed as one undo step.
  mutating func record(_ entry: Entry) {
    guard let restore = entry.restore else { return }
    history.record(inverse: restore, title: entry.title, selection: entry.startSelection)
    arrangeRows()
  }
}

extension EntryPurposeKind {
  /// Whether the old text is there to be typed over rather than edited.
  var replacesOnType: Bool {
    switch self {
    case .logit, .rename, .open, .save, .find: false
    case .probability, .weight, .temperature, .labelSmoothing, .shift, .step: true
    }
  }
}

extension FieldEdit {
  fileprivate var changesText: Bool {
    switch self {
    case .moveBack, .moveForward, .moveToStart, .moveToEnd: false
    default: true
    }
  }
}
