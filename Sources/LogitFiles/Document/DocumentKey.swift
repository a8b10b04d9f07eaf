internal import LogitExplorer

/// The keys of a document, in the order in which they are written.
enum DocumentKey: String, CaseIterable {
  case name, note, labels, logits, masked, temperature, target
  case targetProbabilities = "target_probabilities"
  case labelSmoothing = "label_smoothing"
  case loss

  /// Every key, the settings of the arithmetic last.
  static var list: String {
    (allCases.map(\.rawValue) + ArithmeticOption.catalog.map(\.key)).joined(separator: ", ")
  }
}
