internal import LogitKernel

extension ExplorerState {
  mutating func reduceField(_ action: FieldAction) -> [Effect] {
    switch action {
    case .begin(let purpose): begin(purpose)
    case .typeLogit(let text):
      begin(.logit)
      if case .field = mode {
        edit(.deleteToStart)
        edit(.insert(text))
      }
    case .edit(let change): edit(change)
    case .accept(let next): return accept(then: next)
    case .cancel: cancel()
    }
    return []
  }

  mutating func begin(_ purpose: FieldPurpose) {
    guard !purpose.isOfClass || hasClass(selection) else {
      return say("There is no class yet: a adds one.", .warning)
    }
    var field = Field(
      purpose: purpose, input: TextField(startText(of: purpose)),
      replacesOnType: purpose.replacesOnType, startSelection: selection)
    // The field opens anyway: what is typed next must not land in the logit. The reason may say what
    // is covered, and then waits until something is typed.
    if purpose == .probability, !isCovered(.probability) {
      field.refusal = document.reasonAgainstProbability(0.5, of: selection)
    }
    mode = .field(field)
  }

  /// The text a field opens with: the old value, to the last bit.
  private func startText(of purpose: FieldPurpose) -> String {
    switch purpose {
    case .rename: document.labels[selection]
    case .find, .open, .shift, .guess: ""
    case .save: path ?? document.fileName
    case .step: fieldText(step)
    case .probability where isCovered(.probability): ""
    case .logit, .probability, .weight, .temperature, .labelSmoothing:
      Field(purpose: purpose, input: TextField(), startSelection: selection)
        .oldValue(in: document).map(fieldText) ?? ""
    }
  }

  /// A value as a field shows it: the shortest text that gives it back.
  func fieldText(_ value: Double) -> String {
    display.isHex ? hexText(value, trimmed: true) : DecimalText.shortest(value)
  }

  /// Changes the text of the field that is open, and with it the value that the text means.
  private mutating func edit(_ change: FieldEdit) {
    switch mode {
    case .field(var field):
      if field.replacesOnType, change.changesText { field.input = TextField() }
      field.replacesOnType = false
      let text = field.input.text
      field.input.apply(change)
      if field.input.isFull, case .insert = change {
        field.refusal = "A field holds \(TextField.limit) characters; what comes after is left out."
        mode = .field(field)
        return
      }
      if field.input.text != text || change.changesText { follow(&field) }
      mode = .field(field)
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
    case .lessons(var list):
      list.field.apply(change)
      list.highlighted = 0
      mode = .lessons(list)
    case .browsing, .confirm: break
    }
  }

  /// Lets the document, or the selection, follow the text of the field.
  ///
  /// A text that is not finished leaves the last one that was; one that is refused takes back what
  /// the last one did, so that the screen does not show what the text does not say.
  private mutating func follow(_ field: inout Field) {
    if field.purpose == .find { return followSearch(&field) }
    do throws(Refusal) {
      try preview(&field)
    } catch {
      field.refusal = error.isUnfinished ? nil : error.sentence
      guard !error.isUnfinished else { return }
      field.followed = nil
      guard let restore = field.restore else { return }
      _ = document.apply(restore)
      (field.restore, field.title) = (nil, "")
    }
  }

  /// Makes the document what the text says, starting from what it was when the field opened.
  mutating func preview(_ field: inout Field) throws(Refusal) {
    guard field.followed != field.input.text else { return field.refusal = nil }
    var original = document
    if let restore = field.restore { _ = original.apply(restore) }
    let proposal = try field.proposal(in: original)
    document = original
    (field.restore, field.title, field.note, field.refusal) = (nil, "", nil, nil)
    field.followed = field.input.text
    guard let proposal else { return }
    let inverse = document.apply(proposal.edit)
    guard document != original else { return }
    (field.restore, field.title, field.note) = (inverse, proposal.title, proposal.note)
  }

  private mutating func followSearch(_ field: inout Field) {
    (searchText, selection, field.refusal) = (field.input.text, field.startSelection, nil)
    guard !searchText.isEmpty else { return }
    if let row = firstMatch(from: selectedRow, step: 1, includingStart: true) {
      selectRow(row)
    } else {
      field.refusal = "No class has '\(shortened(searchText))' in its name."
    }
  }

  /// Closes whatever has the keyboard without accepting it.
  private mutating func cancel() {
    switch mode {
    case .field(let field):
      if let restore = field.restore { _ = document.apply(restore) }
      if field.purpose == .find { searchText = "" }
      selection = field.startSelection
      mode = .browsing
    case .help(var help) where help.isSearching:
      help = Help()
      mode = .help(help)
    case .browsing, .palette, .help, .open, .lessons, .confirm: mode = .browsing
    }
    afterSave = []
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
