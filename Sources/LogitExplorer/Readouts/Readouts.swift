package import LogitKernel

/// What the present lens shows of the document, computed when either changed and not again.
///
/// Per-class numbers are read from `row` for the visible classes only; sums over all classes are
/// held here, so that moving the selection costs nothing at a hundred thousand logits.
///
/// A value: nothing in it changes. It is a class because it is large, and the state that holds it is
/// passed around a hundred times a key.
package final class Readouts: Equatable, Sendable {
  /// The effective logits at the document's temperature.
  package let row: LogitRow
  /// The pinned document's row; `nil` without a baseline.
  package let baseline: LogitRow?
  package let logSumExp: Double
  /// In nats.
  package let entropy: Double
  package let entropyInBits: Double
  /// e^H, the effective number of classes.
  package let perplexity: Double
  /// What the perplexity has above 1, true to its last digit where that is little.
  package let perplexityLessOne: Double
  /// Whether every number is the true value as binary64.
  package let isPlain: Bool
  /// What the document's arithmetic makes of the row; `nil` where it is exact and the lens does not
  /// ask how others would do.
  package let emulated: EmulatedRow?
  /// What the Numerics lens shows; `nil` in another lens.
  package let numerics: NumericsReadout?
  /// The Loss lens's loss; `nil` in another lens and without a target.
  package let loss: LossReadout?
  /// The Temperature lens's other temperatures; empty in another lens.
  package let temperatures: [LogitRow]
  /// The same by the document's arithmetic; empty where it is exact.
  package let emulatedTemperatures: [EmulatedRow]
  /// The classes with the greatest probabilities, in the document's order: all of a short row.
  package let greatest: [Int]
  /// What the numbers alone do not show, the most important first.
  package let notices: [Notice]

  package init(
    document: Document, lens: Lens, selection: Int, baseline: Document?,
    numerics: NumericsDisplay = NumericsDisplay()
  ) {
    row = document.row
    self.baseline = baseline?.row
    logSumExp = row.logSumExp()
    entropy = row.entropy()
    entropyInBits = row.entropyInBits()
    perplexity = row.perplexity()
    perplexityLessOne = perplexity < 1.1 ? row.perplexityLessOne() : perplexity - 1
    let arithmetic = document.arithmetic
    let (isExact, settings) = (arithmetic.isExact, arithmetic.settings)
    isPlain = arithmetic.isPlain
    emulated =
      isExact
      ? nil : EmulatedRow(row.logits, temperature: row.temperature, settings: settings)
    self.numerics =
      lens == .numerics
      ? NumericsReadout(
        document: document, row: row, emulated: emulated, baseline: self.baseline,
        selection: selection, display: numerics)
      : nil
    loss = lens == .loss ? LossReadout(document: document, row: row) : nil
    notices = Notice.all(for: document, row: row, logSumExp: logSumExp)
    let logits = row.logits
    temperatures =
      lens == .temperature
      ? Readouts.factors.map { LogitRow(logits, temperature: document.temperature * $0) } : []
    greatest = Readouts.greatest(of: row)
    emulatedTemperatures =
      isExact
      ? []
      : temperatures.map {
        EmulatedRow(logits, temperature: $0.temperature, settings: settings)
      }
  }

  /// The columns of the Temperature lens, as multiples of the present temperature.
  package static let factors = [0.25, 0.5, 1, 2, 4]
}

extension Readouts {
  /// As many classes as a strip can tell apart.
  private static let mostInStrip = 64

  private static func greatest(of row: LogitRow) -> [Int] {
    guard row.count > mostInStrip else { return Array(row.logits.indices) }
    let sign = row.temperature < 0 ? -1.0 : 1
    var chosen: [(key: Double, index: Int)] = []
    var least = -Double.infinity
    for (index, logit) in row.logits.enumerated() {
      let key = sign * logit
      guard key > least || chosen.count < mostInStrip, !key.isNaN else { continue }
      chosen.append((key, index))
      guard chosen.count >= 2 * mostInStrip else { continue }
      chosen.sort { $0.key > $1.key }
      chosen.removeSubrange(mostInStrip...)
      least = chosen[mostInStrip - 1].key
    }
    chosen.sort { $0.key > $1.key }
    return chosen.prefix(mostInStrip).map(\.index).sorted()
  }

  /// Whether all numbers agree to the bit; a NaN equals itself.
  package static func == (a: Readouts, b: Readouts) -> Bool {
    a.row == b.row && a.baseline == b.baseline && a.temperatures == b.temperatures
      && a.loss == b.loss && a.notices == b.notices && haveSameBits(a.sums, b.sums)
      && a.emulated?.settings == b.emulated?.settings && a.numerics == b.numerics
  }

  private var sums: [Double] {
    [logSumExp, entropy, entropyInBits, perplexity, perplexityLessOne]
  }
}

/// The loss of a document with a target.
package struct LossReadout: Equatable, Sendable {
  /// The target as the kernel takes it: weights, and smoothing apart.
  package let target: LossTarget
  /// Computed from the logits, never through p.
  package let crossEntropy: Double
  /// The entropy of the smoothed target: the least the loss can be when the weights sum to 1.
  package let floor: Double
  /// What is above the floor: KL(q‖p) when the weights sum to 1.
  package let excess: Double

  /// `nil` without a target or without classes.
  init?(document: Document, row: LogitRow) {
    guard let target = Loss(document)?.target else { return nil }
    self.target = target
    crossEntropy = row.crossEntropy(target)
    floor = row.entropyFloor(target)
    excess = row.excess(target)
  }

  /// Whether all numbers agree to the bit; a NaN equals itself.
  package static func == (a: LossReadout, b: LossReadout) -> Bool {
    a.target == b.target && haveSameBits(a.numbers, b.numbers)
  }

  private var numbers: [Double] { [crossEntropy, floor, excess] }
}
