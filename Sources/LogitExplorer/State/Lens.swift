/// A way of looking at the logits: columns on the table's rows, one panel, one readout line.
///
/// The one list of lenses; tabs, keys, the command line and the README are made from it. What a
/// lens shows is in the views, under the same name.
package enum Lens: String, CaseIterable, Equatable, Sendable {
  case softmax, sigmoid, temperature, loss, numerics

  /// The name on its tab.
  package var title: String {
    switch self {
    case .softmax: "Softmax"
    case .sigmoid: "Sigmoid"
    case .temperature: "Temperature"
    case .loss: "Loss"
    case .numerics: "Numerics"
    }
  }

  /// What it shows, for help and the command line.
  package var summary: String {
    switch self {
    case .softmax: "one distribution over all classes"
    case .sigmoid: "each logit on its own, as a yes or no"
    case .temperature: "how dividing the logits sharpens and flattens"
    case .loss: "cross-entropy against a target, and its gradient"
    case .numerics: "the computation step by step in a number format"
    }
  }
}

extension Lens {
  /// Whether its numbers are about the selected class.
  var dependsOnSelection: Bool {
    switch self {
    case .softmax, .sigmoid: false
    case .temperature, .loss, .numerics: true
    }
  }
}
