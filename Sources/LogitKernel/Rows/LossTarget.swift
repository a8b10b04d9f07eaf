/// What the classes should have been: the weights *q* of a cross-entropy.
public struct LossTarget: Equatable, Sendable {
  /// Where the weights come from.
  public enum Weights: Equatable, Sendable {
    /// One class has all the weight.
    case index(Int)
    /// A weight for each class: finite, usually non-negative, not renormalised.
    case distribution([Double])
  }

  /// The weights before smoothing.
  public var weights: Weights

  /// How much of the weight is shared equally among all classes, masked ones included: 0…1.
  ///
  /// With *n* classes, q becomes (1 − ε)·q + ε/n. Outside 0…1, losses are NaN.
  public var labelSmoothing: Double

  /// A target of given weights.
  ///
  /// - Complexity: O(1).
  public init(_ weights: Weights, labelSmoothing: Double = 0) {
    self.weights = weights
    self.labelSmoothing = labelSmoothing
  }

  /// The class `index`, counted from 0.
  ///
  /// - Complexity: O(1).
  public static func index(_ index: Int, labelSmoothing: Double = 0) -> LossTarget {
    LossTarget(.index(index), labelSmoothing: labelSmoothing)
  }

  /// A weight for each class.
  ///
  /// - Complexity: O(1).
  public static func distribution(
    _ weights: [Double], labelSmoothing: Double = 0
  ) -> LossTarget {
    LossTarget(.distribution(weights), labelSmoothing: labelSmoothing)
  }
}

extension LossTarget {
  /// The weight before smoothing.
  func plainWeight(_ index: Int) -> Double {
    noteOperation()
    return switch weights {
    case .index(let target): index == target ? 1 : 0
    case .distribution(let weights): weights[index]
    }
  }

  /// The smoothed weight of one of `count` classes times `denominator`: qᵢ, or n(1 − ε)·qᵢ + ε.
  func numerator<E: Enclosure>(_ index: Int, of count: Int, _ precision: Int) -> E {
    let weight = E(plainWeight(index), precision: precision)
    guard labelSmoothing > 0 else { return weight }
    let smoothing = E(labelSmoothing, precision: precision)
    let kept = E(1, precision: precision) - smoothing
    return E(Double(count), precision: precision) * (kept * weight) + smoothing
  }

  /// 1, or the number of classes where smoothing divides by it.
  func denominator<E: Enclosure>(of count: Int, _ precision: Int) -> E {
    E(labelSmoothing > 0 ? Double(count) : 1, precision: precision)
  }

  /// - Precondition: The index is that of a class, or there are as many weights as classes.
  func checkCount(_ count: Int) {
    switch weights {
    case .index(let index):
      precondition((0..<count).contains(index), "target \(index) of \(count) classes")
    case .distribution(let weights):
      precondition(weights.count == count, "\(weights.count) weights for \(count) classes")
    }
  }
}

/// A target for a row of `count` classes, its weights exact: qᵢ = numeratorᵢ / denominator.
struct LossWeights: Sendable {
  let target: LossTarget
  let count: Int
  /// Whether every weight is a number.
  let isValid: Bool
  /// The exact sum of the weights before smoothing; empty unless they are valid.
  private let plainSum: ExactSum

  /// - Precondition: The index is that of a class, or there are as many weights as classes.
  init(_ target: LossTarget, count: Int) {
    target.checkCount(count)
    switch target.weights {
    case .index:
      isValid = (0...1).contains(target.labelSmoothing)
      plainSum = ExactSum([1])
    case .distribution(let weights):
      isValid = (0...1).contains(target.labelSmoothing) && weights.allSatisfy { $0.isFinite }
      plainSum = ExactSum(isValid ? weights : [])
    }
    self.target = target
    self.count = count
  }

  /// Whether no weight is negative, so that each has a logarithm.
  var isNonNegative: Bool {
    (0..<count).wanted("looking at the target").allSatisfy { signOfWeight($0) >= 0 }
  }

  /// The classes whose weight may differ from 0.
  var support: Range<Int> {
    if case .index(let index) = target.weights, target.labelSmoothing == 0 {
      return index..<index + 1
    }
    return 0..<count
  }

  /// The one class whose weight differs from that of all others, after smoothing.
  var targetClass: Int? {
    guard case .index(let index) = target.weights, target.labelSmoothing > 0, count > 1 else {
      return nil
    }
    return index
  }

  /// The classes whose weight differs from 0, for a sum that may take long.
  func terms(_ words: String) -> some Sequence<Int> {
    support.wanted(words, every: 256).lazy.filter { self.signOfWeight($0) != 0 }
  }

  /// The sign of a weight; 0 means that its term is dropped from losses.
  func signOfWeight(_ index: Int) -> Double {
    let (weight, smoothing) = (target.plainWeight(index), target.labelSmoothing)
    if smoothing == 0 || weight >= 0 {
      return weight == 0 && smoothing == 0 ? 0 : weight + smoothing
    }
    return LossWeight(weights: self, index: index).rounded(to: .binary64)
  }

  /// qᵢ times `denominator`.
  func numerator<E: Enclosure>(_ index: Int, _ precision: Int) -> E {
    target.numerator(index, of: count, precision)
  }

  /// What every numerator is divided by.
  func denominator<E: Enclosure>(_ precision: Int) -> E {
    target.denominator(of: count, precision)
  }

  /// The sum of all numerators.
  func sum<E: Enclosure>(_ precision: Int) -> E {
    let plain: E = plainSum.value(precision)
    guard target.labelSmoothing > 0 else { return plain }
    let smoothing = E(target.labelSmoothing, precision: precision)
    let kept = E(1, precision: precision) - smoothing
    return E(Double(count), precision: precision) * (kept * plain + smoothing)
  }
}

/// One smoothed weight, times the number of classes.
private struct LossWeight: Formula {
  let weights: LossWeights
  let index: Int

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    weights.numerator(index, precision)
  }
}
