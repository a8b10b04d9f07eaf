/// How numbers and axes are shown; not part of the document, so not undone.
package struct Display: Equatable, Sendable {
  package static let digitRange = 3...17

  /// Decimals of a number of ordinary size.
  package var digits = 6
  /// C hex floats instead of decimals: every bit visible.
  package var isHex = false
  package var axis = AxisScale.linear
  package var order = SortOrder.index
  /// One chart, large, without the rest.
  package var isProjector = false
  package var isMouseOn = true
  /// What is kept from sight until it is revealed.
  package var covered: Set<Cover> = []
  package var numerics = NumericsDisplay()
}

/// The scale of probability bars.
package enum AxisScale: String, CaseIterable, Equatable, Sendable {
  case linear
  /// Decades below 1.
  case log
  /// ln(p/(1 − p)), with 1/2 in the middle.
  case logOdds = "log-odds"

  /// For its row.
  var meaning: String {
    switch self {
    case .linear: "probabilities from 0 to 1"
    case .log: "decades below 1, for small probabilities"
    case .logOdds: "ln(p/(1 − p)), with 1/2 in the middle"
    }
  }
}

/// The order of the rows on the screen; the document keeps its own.
package enum SortOrder: String, CaseIterable, Equatable, Sendable {
  /// As in the document.
  case index
  /// The greatest first.
  case logit
  /// By label.
  case name

  /// For its row.
  var meaning: String {
    switch self {
    case .index: "as in the document"
    case .logit: "the greatest logit first"
    case .name: "by label"
    }
  }
}
