package import LogitKernel

/// One result in every number format by every algorithm: one glance shows which survive.
package struct FormatsTable: Equatable, Sendable {
  /// A result and how far it is from the truth.
  package struct Cell: Equatable, Sendable {
    package let value: Double
    /// In units in the last place of the row's format.
    package let error: Double
    /// Whether it is the correctly rounded true value.
    package let isRight: Bool

    package static func == (a: Cell, b: Cell) -> Bool {
      haveSameBits([a.value, a.error], [b.value, b.error]) && a.isRight == b.isRight
    }
  }

  package let formats: [NumberFormat]
  package let algorithms = Algorithm.all
  /// The true value in each format.
  package let truths: [Double]
  /// A row a format, a column an algorithm.
  package let cells: [[Cell]]

  /// With everything but format and algorithm as the settings say.
  package init(row: LogitRow, quantity: Quantity, settings: EmulationSettings) {
    formats = FormatsTable.formats(with: settings.storage)
    truths = formats.map { quantity.exact(of: row, in: $0.keepingSubnormals) }
    let algorithms = self.algorithms
    let exact = quantity.exact(of: row)
    cells = zip(formats, truths).map { format, truth in
      var settings = settings
      // Most algorithms share the exponentials of this one.
      (settings.storage, settings.algorithm) = (format, .shifted)
      let base = EmulatedRow(row.logits.array, temperature: row.temperature, settings: settings)
      return algorithms.map { algorithm in
        let value = quantity.emulated(in: base.by(algorithm)).value
        let isRight = value == truth || (value.isNaN && truth.isNaN)
        // A right value is off by a half at most; how far exactly is nobody's question here.
        let error =
          isRight ? 0 : quantity.error(of: value, row: row, truth: exact, in: format)
        return Cell(value: value, error: error, isRight: isRight)
      }
    }
  }

  /// The catalogue's, and the one in use where it is another, with the switches of the latter.
  static func formats(with present: NumberFormat) -> [NumberFormat] {
    var formats = NumberFormat.all
    if !formats.contains(where: { $0.name == present.name }) { formats.append(present) }
    return formats.map { format in
      var format = format
      format.saturates = present.saturates
      format.flushesSubnormals = present.flushesSubnormals
      return format
    }
  }

  package static func == (a: FormatsTable, b: FormatsTable) -> Bool {
    a.formats == b.formats && haveSameBits(a.truths, b.truths) && a.cells == b.cells
  }
}

extension FormatsTable.Cell {
  /// `=` for the correctly rounded value, the error in ulps where it has digits that are right, else
  /// the value.
  ///
  /// A value that is wider than so many columns has fewer digits.
  package func text(in format: NumberFormat, width: Int = 9) -> String {
    if isRight { return value.isNaN ? "nan =" : "=" }
    let isSimilar = error < 1000 || error.exponent < format.precision - 4
    guard value.isFinite, value != 0, error.isFinite, isSimilar else {
      let shortest = DecimalText.shortest(value, in: format)
      guard shortest.utf8.count > width else { return shortest }
      return [4, 3, 2].lazy.map { DecimalText.significant(value, digits: $0) }
        .first { $0.utf8.count <= width } ?? DecimalText.scientific(value, significantDigits: 1)
    }
    guard error < 1e5 else { return DecimalText.scientific(error, significantDigits: 2) + "u" }
    return error < 100
      ? DecimalText.significant(error, digits: 2) + "u"
      : DecimalText.fixed(error, fractionDigits: 0) + "u"
  }
}
