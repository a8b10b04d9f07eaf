package import LogitKernel

/// The loss of a document with a target, as quantities: the one place that asks which loss it is.
package struct Loss: Equatable, Sendable {
  /// The target as the kernel takes it: weights, and smoothing apart.
  package let target: LossTarget
  /// Whether every class is a yes-or-no question on its own.
  package let isBinary: Bool
  private let documentTarget: TargetSetting

  /// nil without a target or without classes.
  package init?(_ document: Document) {
    guard document.count > 0 else { return nil }
    let smoothing = document.labelSmoothing
    switch document.target {
    case .none: return nil
    case .index(let index): target = .index(index, labelSmoothing: smoothing)
    case .weights(let weights): target = .distribution(weights, labelSmoothing: smoothing)
    }
    isBinary = document.loss == .binaryCrossEntropy
    documentTarget = document.target
  }

  /// The cross-entropy of the row, whichever loss is shown.
  package var crossEntropy: Quantity { .crossEntropy(target) }

  /// The loss of one class's own question; nil for a loss of the whole row.
  package func question(at index: Int) -> Quantity? {
    isBinary ? .logit(.binaryLoss(target: answer(at: index)), index) : nil
  }

  /// The derivative of the loss with respect to a logit: (p·Σq − q)/T or (σ − y)/T.
  package func gradient(at index: Int) -> Quantity {
    isBinary
      ? .logit(.binaryGradient(target: answer(at: index)), index)
      : .crossEntropyGradient(target, index)
  }

  /// The weight of a class: q after smoothing, or y, which no smoothing touches.
  package func weight(at index: Int, of count: Int) -> Double {
    isBinary ? answer(at: index) : target.weight(at: index, of: count)
  }

  /// y: a class that is not the target is a no.
  private func answer(at index: Int) -> Double { documentTarget.weight(at: index) }
}
