/// What the reducer asks the world to do; the outcome comes back as an action.
package enum Effect: Equatable, Sendable {
  case quit
  case suspend
  /// Redraw every cell: something else wrote to the terminal.
  case redraw
  case setMouse(Bool)
  /// Answered by `.opened` or `.failed`.
  case openFile(path: String)
  /// Answered by `.opened` or `.failed`.
  case openPreset(name: String)
  /// Answered by `.lessonsFound`.
  case listLessons
  /// Answered by `.lesson(.begin)` or `.failed`.
  case openLesson(name: String)
  /// Keeps in mind that the lesson was done to its end.
  case lessonDone(name: String)
  /// Answered by `.saved`, `.failed` or, where a file is in the way and `overwrite` is false, by
  /// `.fileExists`. `overwrite` says that the user agreed to replace the file.
  case save(Document, path: String, overwrite: Bool)
  /// Has all rows scored at a temperature; answered by `.rowsScored`.
  case scoreRows(temperature: Double)
  /// To the terminal's clipboard.
  case copy(String)
  /// To the terminal's clipboard, as the text of a document file.
  case copyDocument(Document)
}
