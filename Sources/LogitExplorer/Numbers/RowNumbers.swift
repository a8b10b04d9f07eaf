package import LogitKernel

/// A document's numbers by its arithmetic: true values, rounded once to the format, or what the
/// algorithm computes.
package struct RowNumbers: Equatable, Sendable {
  package let document: Document
  /// The effective logits at the document's temperature.
  let row: LogitRow
  /// What the algorithm makes of the row; `nil` while the arithmetic is exact.
  let run: EmulatedRow?
  /// `nil` without a target.
  package let loss: Loss?
  /// What stays covered wherever it is shown; `value` has it still, for what is formed of it.
  private var coveredKinds: Set<Quantity.Kind> = []

  package init(_ document: Document) {
    self.document = document
    row = document.row
    let arithmetic = document.arithmetic
    run = arithmetic.isExact ? nil : EmulatedRow(row, settings: arithmetic.settings)
    loss = Loss(document)
  }

  private var settings: EmulationSettings { document.arithmetic.settings }

  /// Whether every number is the true value as binary64.
  package var isPlain: Bool { document.arithmetic.isPlain }

  package func value(_ quantity: Quantity) -> Double {
    run.map { quantity.emulated(in: $0).value }
      ?? quantity.exact(of: row, in: settings.storage)
  }

  func likelyClass(at index: Int) -> LikelyClass {
    LikelyClass(index: index, share: value(.probability(index)))
  }

  package func shown(_ quantity: Quantity) -> ShownNumber {
    if isPlain { return exactly(quantity) }
    let shown = run.map { ShownNumber.stored(quantity.emulated(in: $0)) }
    return cover(shown ?? .stored(value(quantity)), as: quantity.kind)
  }

  /// The true value, whatever the document's arithmetic is.
  package func exactly(_ quantity: Quantity) -> ShownNumber {
    cover(.exact(quantity, of: row), as: quantity.kind)
  }

  /// The sum of a yes-or-no question per class, where that is the document's loss.
  package var binaryLoss: Double? {
    guard let loss, loss.isBinary else { return nil }
    if run != nil {
      let questions = row.logits.indices.wanted("forming the losses")
      return settings.sum(questions.compactMap { loss.question(at: $0).map(value) })
    }
    return exactBinaryLoss(in: settings.storage)
  }

  /// The true value of the same for a readout: 0 only where every question has that.
  package var exactlyBinaryLoss: ShownNumber {
    let sum = exactBinaryLoss()
    guard sum == 0, let loss else { return cover(.number(sum), as: .binaryLoss) }
    let questions = row.logits.indices.wanted("looking at the losses").lazy
      .compactMap(loss.question)
    let first = questions.map { ShownNumber.exact($0, of: row) }.first { $0 != .number(0) }
    return cover(first ?? .number(0), as: .binaryLoss)
  }

  /// The true value of the same.
  func exactBinaryLoss(in format: NumberFormat = .binary64) -> Double {
    binaryCrossEntropyWithLogits(
      sumOver: row.logits.array,
      targets: row.logits.indices.wantedMap("looking at the target", rest: 0) {
        loss?.weight(at: $0, of: row.count) ?? 0
      },
      temperature: row.temperature, in: format)
  }
}

extension RowNumbers {
  /// The same numbers, of which these are not shown.
  func covered(by covers: Set<Cover>) -> RowNumbers {
    var numbers = self
    numbers.coveredKinds = covers.kinds
    return numbers
  }

  func isCovered(_ kind: Quantity.Kind) -> Bool { coveredKinds.contains(kind) }

  /// The number, or what stands in its place where one of these kinds is covered.
  ///
  /// These are its own kind, and those that it gives away by what stands beside it: the other parts
  /// of the same sum or equation, and what it is compared with.
  func cover(_ number: ShownNumber, as kinds: Quantity.Kind...) -> ShownNumber {
    if coveredKinds.isEmpty { return number }
    let isShown = number == .missing || number.isCovered || !kinds.contains(where: isCovered)
    return isShown ? number : .covered(number)
  }

  /// The quantity that is the document's loss.
  var lossKind: Quantity.Kind {
    document.loss == .binaryCrossEntropy ? .binaryLoss : .crossEntropy
  }

  /// Whether all numbers agree to the bit; a NaN equals itself.
  package static func == (a: RowNumbers, b: RowNumbers) -> Bool {
    a.row == b.row && a.loss == b.loss && a.document.arithmetic == b.document.arithmetic
      && a.coveredKinds == b.coveredKinds
  }
}

extension EmulatedRow {
  /// The computation for the logits of a row.
  init(_ row: LogitRow, settings: EmulationSettings) {
    self.init(row.logits.array, temperature: row.temperature, settings: settings)
  }
}
