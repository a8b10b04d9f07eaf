internal import LogitKernel

/// The loss of a document with a target in its parts, true values all: whichever of the two losses
/// it is set to.
package struct LossNumbers: Equatable, Sendable {
  private let numbers: RowNumbers
  private let loss: Loss
  /// Computed from the logits, never through p; as yes-or-no questions, the sum of all.
  package let total: Double
  /// The same for a readout: 0 only where no other class has a share.
  package let shownTotal: ShownNumber
  /// The loss of equal logits, Σq times ln K; for a question by itself ln 2.
  package let start: Double
  private let sumOfWeights: Double
  /// The entropy of the smoothed target, which no logits can remove: the least the loss can be when
  /// the weights sum to 1.
  package let floor: Double
  /// What is above the floor: KL(q‖p) when the weights sum to 1.
  package let excess: Double

  /// `nil` without a target or without classes.
  init?(_ numbers: RowNumbers) {
    guard let loss = numbers.loss else { return nil }
    (self.numbers, self.loss) = (numbers, loss)
    sumOfWeights = LossNumbers.sumOfWeights(numbers.document.target)
    start = loss.isBinary ? naturalLogarithm(2) : LossNumbers.start(numbers.row, loss.target)
    shownTotal =
      loss.isBinary ? numbers.exactlyBinaryLoss : numbers.exactly(loss.crossEntropy)
    total =
      loss.isBinary ? numbers.exactBinaryLoss() : numbers.row.crossEntropy(loss.target)
    floor = numbers.row.entropyFloor(loss.target)
    excess = numbers.row.excess(loss.target)
  }

  private var row: LogitRow { numbers.row }
  private var document: Document { numbers.document }

  package var isBinary: Bool { loss.isBinary }

  /// −ln p, or the loss of the class's own question.
  package func cost(at index: Int) -> Double {
    loss.question(at: index)?.exact(of: row) ?? 0 - row.logProbability(at: index)
  }

  /// The same for a readout.
  package func shownCost(at index: Int) -> ShownNumber {
    loss.question(at: index).map(numbers.exactly)
      ?? numbers.cover(.surprise(row, at: index), as: .logProbability)
  }

  /// The derivative of the loss with respect to the class's logit.
  package func shownGradient(at index: Int) -> ShownNumber {
    numbers.exactly(loss.gradient(at: index))
  }

  /// The excess for a readout.
  package var shownExcess: ShownNumber {
    coverAsPart(excess == 0 && floor == 0 ? numbers.exactly(loss.crossEntropy) : .number(excess))
  }

  /// The floor for a readout.
  package var shownFloor: ShownNumber { coverAsPart(.number(floor)) }

  /// The loss of equal logits for a readout.
  package var shownStart: ShownNumber { coverAsPart(.number(start)) }

  /// The logarithm of the number of classes that have a chance, for a readout.
  package var shownLogOfOpenCount: ShownNumber { coverAsPart(.number(logOfOpenCount)) }

  /// What the loss is the sum of, or is compared with, is covered with the loss.
  ///
  /// At a perfect prediction or at equal logits it is the loss; the entropy is the floor or ln K
  /// there, so that it covers them as well.
  private func coverAsPart(_ number: ShownNumber) -> ShownNumber {
    isBinary
      ? numbers.cover(number, as: .binaryLoss)
      : numbers.cover(number, as: .crossEntropy, .entropy)
  }

  /// Whether the parts of the loss are covered.
  package var arePartsCovered: Bool { shownStart.isCovered }

  /// Whether the weights make a distribution, so that the excess is a divergence.
  package var isNormalised: Bool { abs(sumOfWeights - 1) < 1e-9 }

  private static func sumOfWeights(_ target: TargetSetting) -> Double {
    guard case .weights(let weights) = target else { return 1 }
    return sum(of: weights)
  }

  /// How far a gradient can lie from 0, whatever the logits are.
  package var gradientLimit: Double {
    (isBinary ? 1 : sumOfWeights) / document.temperature.magnitude
  }

  /// The classes that have a chance: those not masked.
  package var openCount: Int { row.count - row.logits.facts.minusInfinities }

  /// The logarithm of their number, in nats.
  package var logOfOpenCount: Double { naturalLogarithm(Double(openCount)) }

  private static func start(_ row: LogitRow, _ target: LossTarget) -> Double {
    let facts = row.logits.facts
    let isOrdinary = facts.nans == 0 && facts.plusInfinities == 0
    // An infinite temperature makes finite logits equal, without a copy of them.
    let equal =
      isOrdinary
      ? LogitRow(row.logits, temperature: .infinity)
      : LogitRow(row.logits.mapped { $0 == -.infinity ? $0 : 0 })
    return equal.crossEntropy(target)
  }

  /// The loss against the logit of a class, for drawing.
  package func curve(at index: Int, pointCount: Int) -> LossCurve {
    let kind: LossCurve.Kind =
      isBinary
      ? .binary(loss.weight(at: index, of: row.count)) : .crossEntropy(loss.target)
    return LossCurve(row, selection: index, kind: kind, pointCount: pointCount)
  }

  /// Why there is no finite loss, in a sentence without a full stop; `nil` where there is one,
  /// and where that is covered.
  package var trouble: String? {
    let total = total
    if total.isFinite || numbers.isCovered(numbers.lossKind) { return nil }
    if total.isNaN { return reasonForNaN }
    guard !isBinary else { return "A certain answer is wrong: the loss is infinite" }
    let blamed = row.logits.indices.wanted("looking for the infinite loss").first {
      loss.weight(at: $0, of: row.count) > 0 && row.probability(at: $0) == 0
    }
    guard let index = blamed else { return "The loss is infinite" }
    let label = document.labels[index]
    let name = label.isEmpty ? "class \(index + 1)" : label
    if document.target.weight(at: index) == 0 {
      return "Smoothing gives \(name) weight, and its p is 0: the loss is infinite"
    }
    return "\(name) has weight, and its p is 0: the loss is infinite"
  }

  private var reasonForNaN: String {
    if row.logits.facts.nans > 0 || row.temperature.isNaN {
      return "One logit is NaN, so the loss is NaN"
    }
    if row.logits.facts.plusInfinities > 1 {
      return "More than one logit is infinite: there is no loss"
    }
    return openCount == 0 ? "Every class is masked: there is no loss" : "There is no loss"
  }

  /// Whether all numbers agree to the bit; a NaN equals itself.
  package static func == (a: LossNumbers, b: LossNumbers) -> Bool {
    a.loss == b.loss
      && haveSameBits([a.total, a.floor, a.excess], [b.total, b.floor, b.excess])
  }
}
