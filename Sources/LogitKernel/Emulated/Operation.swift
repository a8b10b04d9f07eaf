/// One arithmetic operation of an emulated computation, with its operands.
public struct Operation: Hashable, Sendable {
  /// What is computed; the unary ones use only the first operand.
  public enum Kind: Hashable, Sendable {
    /// The conversion of a given number into the format.
    case input
    case add, subtract, multiply, divide
    case exp, log, logOnePlus
    /// A choice or a sign, which no format can get wrong.
    case exact
  }

  /// What is computed.
  public let kind: Kind
  /// The first operand.
  public let a: Double
  /// The second operand; 0 for an operation of one.
  public let b: Double

  /// The operation as a formula with its operands, such as `exp(100)` or `2048 + 1`.
  public var text: String {
    let (x, y) = (Operation.text(a), Operation.text(b))
    switch kind {
    case .input, .exact: return x
    case .add: return "\(x) + \(y)"
    case .subtract: return "\(x) - \(y)"
    case .multiply: return "\(x) × \(y)"
    case .divide: return "\(x) ÷ \(y)"
    case .exp: return "exp(\(x))"
    case .log: return "log(\(x))"
    case .logOnePlus: return "log1p(\(x))"
    }
  }

  private static func text(_ value: Double) -> String {
    let shortest = DecimalText.shortest(value)
    return shortest.utf8.count <= 8 ? shortest : displayText(value, digits: 5)
  }
}

/// What happened in one operation, other than ordinary rounding.
public enum TraceEvent: String, Hashable, Sendable, CaseIterable {
  /// A result beyond the greatest finite value.
  case overflow
  /// A result other than 0 that became 0.
  case underflow
  /// A result below the least normal value, with fewer digits than usual.
  case subnormal
  /// A subnormal result that was replaced by 0.
  case flushed
  /// An addition of something other than 0 that changed nothing.
  case absorbed
  /// A difference of nearly equal rounded numbers: at least half of the digits are gone.
  case cancelled
  /// A logarithm of 0 or a division by it.
  case pole
  /// A NaN born from numbers: ∞ − ∞, 0 ÷ 0, ∞ ÷ ∞, 0 × ∞, or the logarithm of a negative number.
  case invalid
}

/// One value of an emulated computation and how it came about.
public struct TraceCell: Hashable, Sendable {
  /// The value, a member of the format it was computed in.
  public let value: Double
  /// What happened, or nil where nothing did but rounding.
  public let event: TraceEvent?
  /// What was computed last to get the value.
  public let operation: Operation

  init(_ value: Double, _ event: TraceEvent?, _ operation: Operation) {
    self.value = value
    self.event = event
    self.operation = operation
  }

  /// A value that was chosen or negated, not computed.
  static func exact(_ value: Double) -> TraceCell {
    TraceCell(value, nil, Operation(kind: .exact, a: value, b: 0))
  }
}
