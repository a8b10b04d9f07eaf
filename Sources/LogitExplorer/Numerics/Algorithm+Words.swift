package import LogitKernel

extension Algorithm {
  /// The name where there is room for eight letters.
  package var heading: String {
    switch self {
    case .shiftedByMean: "mean"
    case .fusedOtherAssociation: "other"
    case .compensated: "compens"
    default: name
    }
  }

  /// What it does, in one sentence.
  package var summary: String {
    switch self {
    case .naive: "exp of every logit unchanged, then divide by the sum."
    case .shifted: "Subtract the maximum, exp, divide by the sum; log of the quotient."
    case .shiftedByMean: "As shifted, but subtract the mean: any shift is right on paper."
    case .fused: "log p = (z - m) - log s without forming p; p = exp(z - logSumExp)."
    case .fusedOtherAssociation: "log p = z - (m + log s): the same on paper, other parentheses."
    case .online: "One pass by blocks: a running maximum, and a sum rescaled to it."
    case .compensated: "Keep the maxima out of the sum; log1p keeps what is small."
    default: ""
    }
  }
}
