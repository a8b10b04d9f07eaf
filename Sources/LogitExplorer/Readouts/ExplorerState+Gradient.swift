internal import LogitKernel

extension ExplorerState {
  /// The derivative of the loss that the Loss lens shows with respect to one logit; NaN without a
  /// target.
  package func lossGradient(at index: Int) -> Double {
    Loss(document)?.gradient(at: index).exact(of: logits) ?? .nan
  }
}
