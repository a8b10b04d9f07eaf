package import LogitExplorer
package import LogitKernel

/// The loss of a document with a target, whichever of the two losses it is set to.
package struct LossReading {
  let document: Document
  let row: LogitRow
  private let loss: Loss
  /// What is known already.
  let readout: LossReadout?

  /// `nil` without a target or without classes.
  package init?(_ document: Document, _ row: LogitRow, _ readout: LossReadout? = nil) {
    guard let loss = Loss(document) else { return nil }
    (self.document, self.row, self.loss, self.readout) = (document, row, loss, readout)
  }

  init?(_ state: ExplorerState) {
    self.init(state.document, state.logits, state.readouts.loss)
  }

  /// The pinned document's.
  init?(baselineOf state: ExplorerState) {
    guard let document = state.baseline, let row = state.readouts.baseline else { return nil }
    self.init(document, row)
  }

  package var isBinary: Bool { loss.isBinary }

  /// The target as the kernel takes it.
  var target: LossTarget { loss.target }

  /// The weight of a class: q after smoothing, or y, which no smoothing touches.
  func weight(at index: Int) -> Double { loss.weight(at: index, of: row.count) }

  /// −ln p, or the loss of the class's own question.
  func cost(at index: Int) -> Double {
    loss.question(at: index)?.exact(of: row) ?? 0 - row.logProbability(at: index)
  }

  /// The derivative of the loss with respect to the class's logit.
  func gradient(at index: Int) -> Double { loss.gradient(at: index).exact(of: row) }

  /// The loss as one number: of the row, or of all questions together.
  var total: Double {
    guard isBinary else { return readout?.crossEntropy ?? row.crossEntropy(target) }
    return binaryCrossEntropyWithLogits(
      sumOver: row.logits, targets: row.logits.indices.map { weight(at: $0) },
      temperature: row.temperature)
  }

  /// The part of the cross-entropy that no logits can remove.
  var floor: Double { readout?.floor ?? row.entropyFloor(target) }

  /// The rest of it.
  var excess: Double { readout?.excess ?? row.excess(target) }

  /// Whether the weights make a distribution, so that the excess is a divergence.
  var isNormalised: Bool {
    guard case .weights(let weights) = document.target else { return true }
    return abs(LogitKernel.sum(of: weights) - 1) < 1e-9
  }

  /// The classes that have a chance: those not masked.
  var openCount: Int { row.logits.count { $0 != -.infinity } }

  /// The loss of equal logits, Σq times ln K; for a question by itself ln 2.
  var start: Double {
    if isBinary { return naturalLogarithm(2) }
    return LogitRow(row.logits.map { $0 == -.infinity ? $0 : 0 }).crossEntropy(target)
  }

  /// Why there is no finite loss, in a sentence without a full stop; `nil` where there is one.
  var trouble: String? {
    let total = total
    if total.isFinite { return nil }
    if total.isNaN { return reasonForNaN }
    guard !isBinary else { return "A certain answer is wrong: the loss is infinite" }
    let blamed = row.logits.indices.first { weight(at: $0) > 0 && row.probability(at: $0) == 0 }
    guard let index = blamed else { return "The loss is infinite" }
    let label = document.labels[index]
    let name = label.isEmpty ? "class \(index + 1)" : label
    if document.target.weight(at: index) == 0 {
      return "Smoothing gives \(name) weight, and its p is 0: the loss is infinite"
    }
    return "\(name) has weight, and its p is 0: the loss is infinite"
  }

  private var reasonForNaN: String {
    if row.logits.contains(where: \.isNaN) || row.temperature.isNaN {
      return "Where one number is missing (nan), there is no loss"
    }
    if row.logits.count(where: { $0 == .infinity }) > 1 {
      return "More than one logit is infinite: there is no loss"
    }
    return openCount == 0 ? "Every class is masked: there is no loss" : "There is no loss"
  }
}
