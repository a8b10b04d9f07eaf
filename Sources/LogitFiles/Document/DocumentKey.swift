/// The keys of a document, in the order in which they are written.
enum DocumentKey: String, CaseIterable {
  case name, note, labels, logits, masked, temperature, target
  case targetProbabilities = "target_probabilities"
  case labelSmoothing = "label_smoothing"
  case loss

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
