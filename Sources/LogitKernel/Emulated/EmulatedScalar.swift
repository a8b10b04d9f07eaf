/// One named value of an emulated scalar computation.
public struct TraceStep: Hashable, Sendable {
  /// The formula of the step, such as `1 + e`.
  public let name: String
  /// Its value and what happened.
  public let cell: TraceCell
}

/// A function of one logit executed operation by operation, in the plain or in the careful form.
///
/// z is the logit rounded to the format, over the temperature where that is not 1. Nothing is
/// treated apart: infinities and NaN go through the arithmetic.
public struct EmulatedScalar: Sendable {
  /// Which of two formulas that are equal on paper.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// The formula of the definition.
    case plain
    /// The formula that libraries use, which avoids overflow and cancellation.
    case careful
  }

  /// Every value, in the order of computation; the last is the result.
  public private(set) var steps: [TraceStep] = []
  /// The result.
  public var result: TraceCell { steps.last?.cell ?? .exact(.nan) }

  let machine: Machine
  let settings: EmulationSettings

  init(_ logit: Double, temperature: Double, settings: EmulationSettings) {
    self.settings = settings
    machine = Machine(settings.storage)
    let input = record("x", machine.input(logit))
    guard temperature != 1 else { return }
    record("z = x ÷ T", machine.divide(input, machine.input(temperature).value))
  }

  /// The first step that gives no number or loses what it stands for; nil where none does.
  ///
  /// - Parameter losesDigits: Whether the result is off by more than rounding explains, so that what
  ///   vanished, was absorbed or cancelled is to blame.
  /// - Returns: The first overflow, logarithm of 0 or NaN; without one, the first to blame.
  /// - Complexity: O(1).
  public func firstBadStep(losesDigits: Bool) -> TraceStep? {
    if let step = steps.first(where: { $0.cell.event?.isBreakdown ?? false }) { return step }
    guard losesDigits else { return nil }
    return steps.first { step in step.cell.event.map { $0 != .subnormal } ?? false }
  }

  var current: Double { result.value }

  @discardableResult mutating func record(_ name: String, _ cell: TraceCell) -> Double {
    steps.append(TraceStep(name: name, cell: cell))
    return cell.value
  }
}

extension EmulatedScalar {
  /// 1/(1 + e^−z); carefully e^z/(1 + e^z) for negative z.
  ///
  /// - Complexity: O(1).
  public static func sigmoid(
    _ logit: Double, temperature: Double = 1, form: Form, settings: EmulationSettings
  ) -> EmulatedScalar {
    var run = EmulatedScalar(logit, temperature: temperature, settings: settings)
    run.formSigmoid(form)
    return run
  }

  /// log(σ(z)); carefully min(z, 0) − log1p(e^−|z|).
  ///
  /// - Complexity: O(1).
  public static func logSigmoid(
    _ logit: Double, temperature: Double = 1, form: Form, settings: EmulationSettings
  ) -> EmulatedScalar {
    var run = EmulatedScalar(logit, temperature: temperature, settings: settings)
    let z = run.current
    switch form {
    case .plain:
      let sigmoid = run.formSigmoid(.plain)
      run.record("log σ", run.machine.log(sigmoid))
    case .careful:
      let spread = run.formSpread(z)
      run.record("min(z,0) - log1p e", run.machine.subtract(min(z, 0), spread))
    }
    return run
  }

  /// log(1 + e^z); carefully max(z, 0) + log1p(e^−|z|).
  ///
  /// - Complexity: O(1).
  public static func softplus(
    _ logit: Double, temperature: Double = 1, form: Form, settings: EmulationSettings
  ) -> EmulatedScalar {
    var run = EmulatedScalar(logit, temperature: temperature, settings: settings)
    let z = run.current
    switch form {
    case .plain:
      let power = run.record("e = exp z", run.machine.exp(z))
      let sum = run.record("1 + e", run.machine.add(1, power))
      run.record("log(1 + e)", run.machine.log(sum))
    case .careful:
      let spread = run.formSpread(z)
      run.record("max(z,0) + log1p e", run.machine.add(max(z, 0), spread))
    }
    return run
  }

  /// log(p ÷ (1 − p)); carefully, between 0.3 and 0.65, log1p((2p − 1) ÷ (1 − p)).
  ///
  /// - Complexity: O(1).
  public static func logit(
    _ probability: Double, form: Form, settings: EmulationSettings
  ) -> EmulatedScalar {
    var run = EmulatedScalar(probability, temperature: 1, settings: settings)
    let p = run.current
    let rest = run.record("1 - p", run.machine.subtract(1, p))
    guard form == .careful, p > 0.3, p < 0.65 else {
      let odds = run.record("p ÷ (1 - p)", run.machine.divide(p, rest))
      run.record("log odds", run.machine.log(odds))
      return run
    }
    let excess = run.record("2p - 1", run.machine.subtract(run.machine.add(p, p).value, 1))
    let ratio = run.record("(2p - 1) ÷ (1 - p)", run.machine.divide(excess, rest))
    run.record("log1p", run.machine.log(onePlus: ratio))
    return run
  }

  /// Binary cross-entropy: −(y·log σ + (1 − y)·log(1 − σ)) with the guard of the settings;
  /// carefully, from the logit, (max(z, 0) − z·y) + log1p(e^−|z|).
  ///
  /// - Complexity: O(1).
  public static func binaryCrossEntropy(
    _ logit: Double, target: Double, temperature: Double = 1, form: Form,
    settings: EmulationSettings
  ) -> EmulatedScalar {
    var run = EmulatedScalar(logit, temperature: temperature, settings: settings)
    let z = run.current
    let y = run.machine.input(target).value
    guard form == .careful else {
      run.formBinaryLoss(target: y)
      return run
    }
    let product = run.record("z·y", run.machine.multiply(z, y))
    let linear = run.record("max(z,0) - z·y", run.machine.subtract(max(z, 0), product))
    let spread = run.formSpread(z)
    run.record("loss", run.machine.add(linear, spread))
    return run
  }

  /// The derivative of the binary cross-entropy, (σ(z) − y) ÷ T; carefully −σ(−z) ÷ T for y = 1.
  ///
  /// - Complexity: O(1).
  public static func binaryCrossEntropyGradient(
    _ logit: Double, target: Double, temperature: Double = 1, form: Form,
    settings: EmulationSettings
  ) -> EmulatedScalar {
    var run = EmulatedScalar(logit, temperature: temperature, settings: settings)
    let y = run.machine.input(target).value
    let slope: Double
    if form == .careful && y == 1 {
      run.record("-z", .exact(-run.current))
      let mirrored = run.formSigmoid(form)
      slope = run.record("-σ(-z)", .exact(-mirrored))
    } else {
      let sigmoid = run.formSigmoid(form)
      slope = run.record("σ - y", run.machine.subtract(sigmoid, y, watching: true))
    }
    guard temperature != 1 else { return run }
    run.record("slope ÷ T", run.machine.divide(slope, run.machine.input(temperature).value))
    return run
  }

  @discardableResult private mutating func formSigmoid(_ form: Form) -> Double {
    let z = current
    let isMirrored = form == .careful && z < 0
    let power =
      isMirrored
      ? record("e = exp z", machine.exp(z)) : record("e = exp(-z)", machine.exp(-z))
    let sum = record("1 + e", machine.add(1, power))
    return isMirrored
      ? record("σ = e ÷ (1 + e)", machine.divide(power, sum))
      : record("σ = 1 ÷ (1 + e)", machine.divide(1, sum))
  }

  private mutating func formSpread(_ z: Double) -> Double {
    let power = record("e = exp(-|z|)", machine.exp(-z.magnitude))
    return record("log1p e", machine.log(onePlus: power))
  }

  private mutating func formBinaryLoss(target y: Double) {
    let sigmoid = formSigmoid(.plain)
    let yes = record("log σ", machine.log(sigmoid, guardedBy: settings.logGuard))
    let rest = record("1 - σ", machine.subtract(1, sigmoid, watching: true))
    let no = record("log(1 - σ)", machine.log(rest, guardedBy: settings.logGuard))
    let drops = settings.dropsZeroWeights
    let other = machine.subtract(1, y).value
    let first = drops && y == 0 ? 0 : record("y·log σ", machine.multiply(y, yes))
    let second =
      drops && other == 0 ? 0 : record("(1 - y)·log(1 - σ)", machine.multiply(other, no))
    record("loss", -machine.add(first, second))
  }
}
