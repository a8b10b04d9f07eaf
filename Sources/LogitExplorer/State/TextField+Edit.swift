extension TextField {
  /// More than anybody types; a paste beyond it is cut.
  package static let limit = 1024

  /// Whether it is full; what is typed then is ignored.
  var isFull: Bool { text.utf8.count >= TextField.limit }

  /// Makes one change to the text or moves the cursor.
  package mutating func apply(_ edit: FieldEdit) {
    switch edit {
    case .insert(let new): insert(new)
    case .deleteBackward: delete(from: cursor - 1, to: cursor)
    case .deleteForward: delete(from: cursor, to: cursor + 1)
    case .deleteWord: delete(from: startOfWord, to: cursor)
    case .deleteToStart: delete(from: 0, to: cursor)
    case .deleteToEnd: delete(from: cursor, to: text.count)
    case .moveBack: cursor = max(0, cursor - 1)
    case .moveForward: cursor = min(text.count, cursor + 1)
    case .moveToStart: cursor = 0
    case .moveToEnd: cursor = text.count
    }
  }

  /// Inserts text as one line: control characters and line breaks are left out.
  private mutating func insert(_ new: String) {
    guard !isFull else { return }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: new.unicodeScalars.lazy.filter {
        $0.properties.generalCategory != .control && !Character($0).isNewline
      }.prefix(TextField.limit))
    let room = max(0, TextField.limit - text.count)
    let head = String(text.prefix(cursor) + String(scalars).prefix(room))
    text = head + text.dropFirst(cursor)
    // A combining character joins the one before it, so the cursor is counted again.
    cursor = min(head.count, text.count)
  }

  private mutating func delete(from start: Int, to end: Int) {
    let (start, end) = (max(0, start), min(end, text.count))
    guard start < end else { return }
    let head = text.prefix(start)
    text = String(head + text.dropFirst(end))
    cursor = min(head.count, text.count)
  }

  /// Where the word before the cursor begins, blanks after it included.
  private var startOfWord: Int {
    let before = text.prefix(cursor).reversed()
    let blanks = before.prefix { $0.isWhitespace }.count
    let letters = before.dropFirst(blanks).prefix { !$0.isWhitespace }.count
    return cursor - blanks - letters
  }
}
