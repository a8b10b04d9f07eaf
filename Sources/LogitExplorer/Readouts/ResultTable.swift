package import LogitKernel

/// One result of a document in every number format, by every algorithm or by both forms of a function
/// of one logit.
package struct ResultTable: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let format: NumberFormat
    package let cells: [FormatsTable.Cell]
    /// The true value, rounded once to the format.
    package let truth: Double
  }

  /// The algorithms, or the forms.
  package let columns: [String]
  package let rows: [Row]

  /// - Precondition: There is a class.
  package init(_ result: GalleryResult, of document: Document) {
    let row = LogitRow(document.effectiveLogits, temperature: document.temperature)
    let settings = document.arithmetic.settings
    if let quantity = result.quantity(in: document) {
      let table = FormatsTable(row: row, quantity: .row(quantity), settings: settings)
      columns = table.algorithms.map(\.name)
      rows = table.formats.indices.map {
        Row(format: table.formats[$0], cells: table.cells[$0], truth: table.truths[$0])
      }
    } else if let scalar = result.scalar(in: document) {
      columns = EmulatedScalar.Form.allCases.map(\.rawValue)
      rows = ResultTable.settings(settings).map { Row(scalar, settings: $0) }
    } else {
      columns = Algorithm.all.map(\.name)
      rows = ResultTable.settings(settings).map { Row(divergenceOf: row, settings: $0) }
    }
  }

  /// The settings in each format.
  private static func settings(_ settings: EmulationSettings) -> [EmulationSettings] {
    FormatsTable.formats(with: settings.storage).map { format in
      var settings = settings
      settings.storage = format
      return settings
    }
  }
}

extension ResultTable.Row {
  fileprivate init(_ scalar: ScalarQuantity, settings: EmulationSettings) {
    format = settings.storage
    truth = scalar.exact(in: format.keepingSubnormals)
    let (format, truth) = (format, truth)
    cells = EmulatedScalar.Form.allCases.map { form in
      let value = scalar.emulated(form, settings: settings).result.value
      let isRight = value == truth || (value.isNaN && truth.isNaN)
      let error = isRight ? 0 : scalar.ulpError(of: value, in: format)
      return FormatsTable.Cell(value: value, error: error, isRight: isRight)
    }
  }

  /// A divergence of 0 has no ulps: what is not 0 is wrong by as much as it is.
  fileprivate init(divergenceOf row: LogitRow, settings: EmulationSettings) {
    (format, truth) = (settings.storage, 0)
    func run(_ algorithm: Algorithm) -> EmulatedRow {
      var settings = settings
      settings.algorithm = algorithm
      return EmulatedRow(row.logits, temperature: row.temperature, settings: settings)
    }
    let logSoftmax = run(.fused)
    cells = Algorithm.all.map { algorithm in
      let value = run(algorithm).klDivergence(to: logSoftmax).value
      return FormatsTable.Cell(value: value, error: .infinity, isRight: value == 0)
    }
  }
}

extension FormatsTable.Cell {
  /// `=` for the correctly rounded value, the error in ulps where it has digits that are right, else
  /// the value.
  package func text(in format: NumberFormat) -> String {
    if isRight { return value.isNaN ? "nan =" : "=" }
    let isSimilar = error < 1000 || error.exponent < format.precision - 4
    guard value.isFinite, value != 0, error.isFinite, isSimilar else {
      let shortest = DecimalText.shortest(value, in: format)
      let isLong = shortest.utf8.count > 9
      return isLong ? DecimalText.significant(value, digits: 4) : shortest
    }
    guard error < 1e5 else { return DecimalText.scientific(error, significantDigits: 2) + "u" }
    return error < 100
      ? DecimalText.significant(error, digits: 2) + "u"
      : DecimalText.fixed(error, fractionDigits: 0) + "u"
  }
}
