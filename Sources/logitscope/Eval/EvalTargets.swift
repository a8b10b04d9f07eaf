internal import LogitExplorer
internal import LogitFiles

extension DocumentOptions {
  /// What else than a table of rows was asked for, which does not go with targets for all of them.
  var otherThanRows: String? {
    if row != nil { return "--row" }
    if target != nil { return "--target" }
    return targetProbabilities == nil ? nil : "--target-probabilities"
  }

  /// All rows with the labels that the options give them.
  func labelledTable() throws(BadInput) -> LogitTable? {
    guard let table = try table() else { return nil }
    guard labels != nil || labelsFrom != nil else { return table }
    return table.with(labels: try document(of: table).labels.array)
  }

  /// The table with the targets of a file.
  func table(targetsFrom path: String) throws(BadInput) -> LogitTable {
    if let other = otherThanRows {
      throw BadInput("\(other) is about one row and --targets about all; give one of them.")
    }
    return try table(withTargets: path)
  }

  /// The same where one row is asked for too.
  func table(withTargets path: String) throws(BadInput) -> LogitTable {
    guard path != "-" || file != "-" else {
      throw BadInput("Standard input is the logits or the targets, not both.")
    }
    guard let table = try labelledTable() else {
      throw BadInput("--targets are those of the rows of a file; give a file.")
    }
    do throws(FileProblem) {
      let targets =
        path == "-"
        ? try RowTargets(bytes: try readAll(0)) : try RowTargets(path: Environment.expanded(path))
      return try table.with(targets)
    } catch {
      throw BadInput(error, in: path == "-" ? "standard input" : path)
    }
  }

  /// The report on all rows, where the arithmetic allows one.
  func report(
    _ table: LogitTable, targets: [Int], like document: Document
  ) throws(BadInput) -> TableReport {
    guard document.arithmetic.isPlain else {
      throw BadInput(
        "--targets: losses of all rows are computed exactly; leave the arithmetic out.")
    }
    do throws(FileProblem) {
      return try TableReport(table, targets: targets, like: document)
    } catch {
      throw BadInput(error, in: name)
    }
  }
}
