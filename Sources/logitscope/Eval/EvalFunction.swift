internal import LogitKernel

/// The functions of `eval --jsonl`: every quantity by its name there, and rounding to the format.
enum EvalFunction: RawRepresentable, CaseIterable, Equatable {
  case quantity(Quantity.Kind)
  case round

  static let allCases = Quantity.Kind.allCases.map(EvalFunction.quantity) + [.round]

  init?(rawValue: String) {
    guard let function = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = function
  }

  var rawValue: String {
    switch self {
    case .quantity(let kind): kind.function
    case .round: "round"
    }
  }

  /// What it takes besides the logits.
  var operand: Quantity.Operand {
    if case .quantity(let kind) = self { kind.operand } else { .nothing }
  }

  /// Whether the temperature divides: functions of one logit take it unchanged.
  var isOfRow: Bool {
    if case .quantity(let kind) = self { kind.scope != .logit } else { false }
  }
}

/// What a function gives: one number, or one per class.
enum EvalValue: Equatable {
  case scalar(Double)
  case vector([Double])
}
