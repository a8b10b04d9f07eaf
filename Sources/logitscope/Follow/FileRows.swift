internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles

/// The rows of a file, for the explorer.
final class FileRows: RowSource {
  private let table: LogitTable
  let hasTargets: Bool

  init(_ table: LogitTable) {
    self.table = table
    hasTargets =
      table.targets != nil
      || (0..<min(table.count, 100)).contains { (try? table.row($0))?.target != nil }
  }

  var count: Int { table.count }

  func row(_ index: Int) throws(Refusal) -> TableRow {
    do throws(FileProblem) {
      let row = try table.row(index)
      return TableRow(logits: row.logits, labels: row.labels, target: row.target)
    } catch {
      throw Refusal(error.sentence(for: "row \(index + 1)"))
    }
  }
}

extension RowSet {
  /// The rows of a table; `nil` for a single one.
  init?(_ table: LogitTable, temperature: Double) throws(Refusal) {
    guard table.count > 1 else { return nil }
    try self.init(FileRows(table), temperature: temperature)
  }
}

extension Document {
  /// The same as one of the rows that the explorer goes through, which says so itself.
  func asRow(_ index: Int, of table: LogitTable) -> Document {
    guard table.count > 1 else { return self }
    var document = self
    document.source = DocumentSource(rows: table.count, row: index, remarks: table.notices)
    return document
  }
}

/// Which targets the rows of a table have.
struct TargetsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Targets of all rows, from a file: numbers in a .npy, or an index or label a line.",
      valueName: "file"))
  var targets: String?

  private func table(_ options: DocumentOptions) throws(BadInput) -> LogitTable? {
    if let targets { return try options.table(withTargets: targets) }
    return try options.labelledTable()
  }

  /// The explorer on a document, or on a row of a table among the others.
  func state(
    of options: DocumentOptions, _ display: DisplayOptions, isMouseOn: Bool = true
  ) throws(BadInput) -> ExplorerState {
    guard let table = try table(options) else {
      return display.state(
        of: try options.document(), path: options.path, isMouseOn: isMouseOn)
    }
    let document = try options.document(of: table).asRow(options.row ?? 0, of: table)
    var state = display.state(of: document, path: options.path, isMouseOn: isMouseOn)
    do throws(Refusal) {
      let rows = try RowSet(table, temperature: document.temperature)
      if let rows { state.open(rows, at: options.row ?? 0) }
    } catch {
      throw BadInput("\(visible(options.name)): \(error.sentence)")
    }
    return state
  }
}
