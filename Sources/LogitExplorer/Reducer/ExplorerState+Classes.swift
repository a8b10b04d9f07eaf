internal import LogitKernel

extension ExplorerState {
  mutating func reduceClasses(_ action: ClassesAction) {
    switch action {
    case .add(let label, let logit):
      let label = label.map(singleLine) ?? document.freshLabel()
      insert(ClassRow(label: label, logit: logit), at: document.count, verb: "add")
    case .duplicate: duplicate()
    case .delete: delete()
    case .rename(let index, let label):
      guard hasClass(index) else { return }
      let isChanged = change { document throws(Refusal) in
        try .rename(label, of: index, in: document)
      }
      if isChanged { arrangeRows() }
    case .renameDocument(let name):
      let name = singleLine(name)
      change(.renameDocument(name), title: "call the document \(name)")
    }
  }

  private mutating func insert(_ row: ClassRow, at index: Int, verb: String) {
    guard document.count < Document.classLimit else {
      return say(
        "There are \(Document.classLimit) classes already, and that is the limit.", .warning)
    }
    change(.insertClass(row, at: index), title: "\(verb) \(shortened(row.label))")
    arrangeRows()
    selection = index
  }

  private mutating func duplicate() {
    guard hasClass(selection) else { return }
    let row = ClassRow(
      label: document.labels[selection] + " copy", logit: document.logits[selection],
      isMasked: document.isMasked[selection])
    insert(row, at: selection + 1, verb: "add")
  }

  private mutating func delete() {
    guard hasClass(selection) else { return say("There is no class to delete.") }
    let (row, name) = (selectedRow, document.shortName(selection))
    change(.removeClass(at: selection), title: "delete \(name)")
    arrangeRows()
    selectRow(row)
    say("Deleted \(name); u brings it back.")
  }
}
