package import LogitKernel

/// What the Numerics lens shows of the present document: only what is on the screen.
package struct NumericsNumbers: Equatable, Sendable {
  /// The result that the tables and the sweep are about.
  package let quantity: Quantity
  /// Where the computation goes wrong; `nil` where it does not, and for exact numbers.
  package let fault: TraceFault?
  /// The sum that is NaN because a weight of 0 met log p = −∞; `nil` where none is.
  package let poisonedSum: Quantity?
  /// The true value of the result, as binary64.
  package let exact: Double
  /// The true value of the result, rounded to the format.
  package let truth: Double
  /// What the computation gives for it; `nil` for exact numbers.
  package let value: Double?
  /// How far the result is from the truth, in ulps of the format; `nil` for exact numbers.
  package let error: Double?
  /// The steps of a function of one logit, where the result or the loss is one; `nil` elsewhere.
  package let scalar: EmulatedScalar?
  /// The results of the selected class and of the row; empty while they are not on the screen.
  package let results: [ResultLine]
  package let formats: FormatsTable?
  package let sweep: ErrorSweep?
  /// The online algorithm's blocks in the format of the document, whatever its algorithm.
  package let online: [OnlineBlock]?
  package let masks: MaskTable?

  /// Up to how many classes tables of whole computations are made.
  package static let classLimit = 4096

  init(
    _ numbers: RowNumbers, baseline: LogitRow?, selection: Int, _ display: NumericsDisplay
  ) {
    let (document, row, emulated) = (numbers.document, numbers.row, numbers.run)
    let quantity = display.result.quantity(
      in: document, selection: selection, baseline: baseline)
    self.quantity = quantity
    let index = row.logits.indices.contains(selection) ? selection : nil
    fault = index == nil ? nil : emulated?.fault(watching: index)
    let settings = document.arithmetic.settings
    let exact = quantity.exact(of: row)
    self.exact = exact
    (truth, value) = (
      quantity.exact(of: row, in: settings.storage.keepingSubnormals),
      emulated.map { quantity.emulated(in: $0).value }
    )
    error = value.map {
      quantity.error(of: $0, row: row, truth: exact, in: settings.storage)
    }
    poisonedSum =
      fault == nil && index != nil
      ? NumericsNumbers.poisonedSum(document, row, emulated) : nil
    scalar = NumericsNumbers.scalar(quantity, document, emulated, index)
    let shown = row.count > 0 && row.count <= NumericsNumbers.classLimit ? display.shownParts : []
    results =
      shown.contains(.steps) && index != nil
      ? ResultLine.all(document, row, emulated, baseline, selection: selection) : []
    formats =
      shown.contains(.formats)
      ? FormatsTable(row: row, quantity: quantity, settings: settings) : nil
    sweep =
      shown.contains(.sweep)
      ? ErrorSweep(display.sweep, row: row, quantity: quantity, settings: settings) : nil
    masks =
      shown.contains(.masks) ? MaskTable(document: document, selection: selection) : nil
    online =
      shown.contains(.online) ? NumericsNumbers.online(row, emulated, settings) : nil
  }

  private static func poisonedSum(
    _ document: Document, _ row: LogitRow, _ emulated: EmulatedRow?
  ) -> Quantity? {
    guard let emulated, !emulated.settings.dropsZeroWeights else { return nil }
    let loss = Loss(document)?.crossEntropy
    return [loss, .entropy].compactMap(\.self).first { quantity in
      quantity.emulated(in: emulated).value.isNaN && !quantity.exact(of: row).isNaN
    }
  }

  private static func scalar(
    _ quantity: Quantity, _ document: Document, _ emulated: EmulatedRow?, _ index: Int?
  ) -> EmulatedScalar? {
    guard let emulated, let index else { return nil }
    var function: LogitFunction?
    if case .logit(let asked, _) = quantity { function = asked }
    if function == nil, document.loss == .binaryCrossEntropy {
      function = .binaryLoss(target: document.target.weight(at: index))
    }
    return function?.emulated(
      emulated.logits[index], temperature: emulated.temperature, settings: emulated.settings)
  }

  private static func online(
    _ row: LogitRow, _ emulated: EmulatedRow?, _ settings: EmulationSettings
  ) -> [OnlineBlock] {
    if let emulated, emulated.settings.algorithm == .online { return emulated.blocks }
    var settings = settings
    settings.algorithm = .online
    return EmulatedRow(row, settings: settings).blocks
  }

  package static func == (a: NumericsNumbers, b: NumericsNumbers) -> Bool {
    a.quantity == b.quantity && a.fault?.sentence == b.fault?.sentence
      && haveSameBits(
        [a.error ?? 0, a.exact, a.value ?? 0], [b.error ?? 0, b.exact, b.value ?? 0])
      && a.formats == b.formats
      && a.results == b.results && a.sweep == b.sweep && a.masks == b.masks
  }
}
