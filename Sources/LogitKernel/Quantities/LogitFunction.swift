/// The functions of one logit over the temperature: a quantity of that logit, whatever the others are.
public enum LogitFunction: Equatable, Sendable {
  case sigmoid
  /// 1 − σ, formed as σ(−z).
  case complement
  case logSigmoid
  case softplus
  /// ln(x/(1 − x)) of a probability, which no temperature divides.
  case logOdds
  case binaryLoss(target: Double)
  case binaryGradient(target: Double)

  /// The true value, rounded once.
  ///
  /// - Complexity: O(1).
  public func exact(
    _ x: Double, temperature: Double = 1, in format: NumberFormat = .binary64
  ) -> Double {
    switch self {
    case .sigmoid: LogitKernel.sigmoid(x, temperature: temperature, in: format)
    case .complement: LogitKernel.sigmoid(-x, temperature: temperature, in: format)
    case .logSigmoid: LogitKernel.logSigmoid(x, temperature: temperature, in: format)
    case .softplus: LogitKernel.softplus(x, temperature: temperature, in: format)
    case .logOdds: LogitKernel.logit(x, in: format)
    case .binaryLoss(let target):
      binaryCrossEntropyWithLogits(x, target: target, temperature: temperature, in: format)
    case .binaryGradient(let target):
      binaryCrossEntropyWithLogitsGradient(x, target: target, temperature: temperature, in: format)
    }
  }

  /// The computation step by step: naive as defined, otherwise in the form that libraries use.
  ///
  /// - Complexity: O(1).
  public func emulated(
    _ x: Double, temperature: Double, settings: EmulationSettings
  ) -> EmulatedScalar {
    var form = settings.form(guardsLogarithm: false)
    if case .binaryLoss = self { form = settings.form(guardsLogarithm: true) }
    return emulated(x, temperature: temperature, form: form, settings: settings)
  }

  /// The computation step by step in one form.
  ///
  /// - Complexity: O(1).
  public func emulated(
    _ x: Double, temperature: Double = 1, form: EmulatedScalar.Form, settings: EmulationSettings
  ) -> EmulatedScalar {
    switch self {
    case .sigmoid: .sigmoid(x, temperature: temperature, form: form, settings: settings)
    case .complement: .sigmoid(-x, temperature: temperature, form: form, settings: settings)
    case .logSigmoid: .logSigmoid(x, temperature: temperature, form: form, settings: settings)
    case .softplus: .softplus(x, temperature: temperature, form: form, settings: settings)
    case .logOdds: .logit(x, form: form, settings: settings)
    case .binaryLoss(let target):
      .binaryCrossEntropy(
        x, target: target, temperature: temperature, form: form, settings: settings)
    case .binaryGradient(let target):
      .binaryCrossEntropyGradient(
        x, target: target, temperature: temperature, form: form, settings: settings)
    }
  }
}

extension EmulationSettings {
  /// Which form of a function of one logit belongs to the algorithm: the plain one to naive, the
  /// careful one to all others.
  ///
  /// A loss whose logarithm is guarded is one of probabilities, and these have the plain form only.
  ///
  /// - Complexity: O(1).
  public func form(guardsLogarithm: Bool) -> EmulatedScalar.Form {
    algorithm == .naive || (guardsLogarithm && logGuard != .none) ? .plain : .careful
  }
}
