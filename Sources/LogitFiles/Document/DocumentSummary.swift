internal import TOMLKit

/// What a list says of a document, read without making one: a list of many, some of them long, must
/// not keep the program from starting.
package struct DocumentSummary: Equatable, Sendable {
  /// Its one line on what to look at.
  package let note: String
  /// How many classes it has.
  package let count: Int

  /// nil where the text is no document.
  package init?(toml: String) {
    guard let table = try? TOMLText(toml).root, let logits = table["logits"]?.array else {
      return nil
    }
    note = table["note"]?.string ?? ""
    count = logits.reduce(0) { $0 + (NumberRun($1)?.count ?? 1) }
  }
}
