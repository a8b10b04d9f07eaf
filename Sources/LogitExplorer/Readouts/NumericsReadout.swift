package import LogitKernel

/// What the Numerics lens shows of the present document, in so far as it is on the screen.
package struct NumericsReadout: Equatable, Sendable {
  /// The result that the tables and the sweep are about.
  package let quantity: RowQuantity
  /// Where the computation goes wrong; `nil` where it does not, and for exact numbers.
  package let fault: TraceFault?
  /// How far the result is from the truth, in ulps of the format; `nil` for exact numbers.
  package let error: Double?
  /// The results of the selected class and of the row; empty while they are not on the screen.
  package let results: [NumericsResultLine]
  package let formats: FormatsTable?
  package let sweep: ErrorSweep?
  /// The online algorithm's blocks in the format of the document, whatever its algorithm.
  package let online: EmulatedRow?
  package let masks: MaskTable?

  /// Up to how many classes tables of whole computations are made.
  package static let classLimit = 4096

  init(
    document: Document, row: LogitRow, emulated: EmulatedRow?, selection: Int,
    display: NumericsDisplay
  ) {
    let quantity = display.result.quantity(in: document, selection: selection)
    self.quantity = quantity
    let index = row.logits.indices.contains(selection) ? selection : nil
    fault = index == nil ? nil : emulated?.fault(watching: index)
    let settings = document.arithmetic.settings
    error = emulated.map {
      row.ulpError(of: $0.cell(quantity).value, for: quantity, in: settings.storage)
    }
    let shown = row.count > 0 && row.count <= NumericsReadout.classLimit ? display.shownParts : []
    results =
      shown.contains(.steps) && index != nil
      ? NumericsResultLine.all(document, row, emulated, selection: selection) : []
    formats =
      shown.contains(.formats)
      ? FormatsTable(row: row, quantity: quantity, settings: settings) : nil
    sweep =
      shown.contains(.sweep)
      ? ErrorSweep(display.sweep, row: row, quantity: quantity, settings: settings) : nil
    masks =
      shown.contains(.masks) ? MaskTable(document: document, selection: selection) : nil
    online =
      shown.contains(.online) ? NumericsReadout.online(row, emulated, settings) : nil
  }

  private static func online(
    _ row: LogitRow, _ emulated: EmulatedRow?, _ settings: EmulationSettings
  ) -> EmulatedRow {
    if let emulated, emulated.settings.algorithm == .online { return emulated }
    var settings = settings
    settings.algorithm = .online
    return EmulatedRow(row.logits, temperature: row.temperature, settings: settings)
  }

  package static func == (a: NumericsReadout, b: NumericsReadout) -> Bool {
    a.quantity == b.quantity && a.fault?.sentence == b.fault?.sentence
      && haveSameBits([a.error ?? 0], [b.error ?? 0]) && a.formats == b.formats
      && a.results == b.results && a.sweep == b.sweep && a.masks == b.masks
      && a.online?.settings == b.online?.settings
  }
}

/// One result against the true one.
package struct NumericsResultLine: Equatable, Sendable {
  package let quantity: RowQuantity
  /// What the computation gives; the true value for exact numbers.
  package let value: Double
  /// The true value, rounded to the format.
  package let truth: Double
  /// In ulps of the format; 0 for exact numbers.
  package let error: Double

  /// What a row has, the most asked for first.
  fileprivate static func all(
    _ document: Document, _ row: LogitRow, _ emulated: EmulatedRow?, selection: Int
  ) -> [NumericsResultLine] {
    let format = document.arithmetic.settings.storage
    var quantities: [RowQuantity] = [
      .probability(selection), .logProbability(selection), .logSumExp,
    ]
    let target = LossReadout.target(of: document)
    if let target { quantities.append(.crossEntropy(target)) }
    quantities += [.entropy, .sumOfProbabilities]
    if let target { quantities.append(.crossEntropyGradient(target, selection)) }
    return quantities.map { quantity in
      let truth = row.exact(quantity, in: format)
      let value = emulated?.cell(quantity).value ?? truth
      let error =
        emulated == nil ? 0 : row.ulpError(of: value, for: quantity, in: format)
      return NumericsResultLine(quantity: quantity, value: value, truth: truth, error: error)
    }
  }

  package static func == (a: NumericsResultLine, b: NumericsResultLine) -> Bool {
    a.quantity == b.quantity
      && haveSameBits([a.value, a.truth, a.error], [b.value, b.truth, b.error])
  }
}

extension NumericsResult {
  /// The result as the kernel names it; without a target the loss is −log p of the selected class.
  ///
  /// - Precondition: The selection is a class, or the row is empty and only sums are asked for.
  package func quantity(in document: Document, selection: Int) -> RowQuantity {
    guard document.logits.indices.contains(selection) else { return .logSumExp }
    switch self {
    case .probability: return .probability(selection)
    case .logProbability: return .logProbability(selection)
    case .logSumExp: return .logSumExp
    case .entropy: return .entropy
    case .sum: return .sumOfProbabilities
    case .loss:
      let target = LossReadout.target(of: document)
      return .crossEntropy(target ?? .index(selection))
    }
  }
}
