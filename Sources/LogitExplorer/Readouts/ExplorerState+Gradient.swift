internal import LogitKernel

extension ExplorerState {
  /// The derivative of the loss that the Loss lens shows with respect to one logit; NaN without a
  /// target.
  ///
  /// For cross-entropy (p·Σq − q)/T, for binary cross-entropy (σ − q)/T; the latter takes a class
  /// that is not the target for a no.
  package func lossGradient(at index: Int) -> Double {
    switch document.loss {
    case .crossEntropy:
      LossReadout.target(of: document).map { logits.crossEntropyGradient($0, at: index) } ?? .nan
    case .binaryCrossEntropy:
      binaryCrossEntropyWithLogitsGradient(
        logits.logits[index], target: document.target.weight(at: index),
        temperature: document.temperature)
    }
  }

  /// The binary cross-entropy of one class: a yes-or-no question by itself, in nats.
  package func binaryLoss(at index: Int) -> Double {
    binaryCrossEntropyWithLogits(
      logits.logits[index], target: document.target.weight(at: index),
      temperature: document.temperature)
  }
}
