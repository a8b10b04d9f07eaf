/// A function of one logit, by name and with its arguments.
public enum ScalarQuantity: Equatable, Sendable {
  case sigmoid(Double)
  case logSigmoid(Double)
  case softplus(Double)
  /// The log-odds of a probability.
  case logit(Double)
  case binaryCrossEntropy(Double, target: Double)
  case binaryCrossEntropyGradient(Double, target: Double)

  /// The true value, rounded once.
  public func exact(in format: NumberFormat = .binary64) -> Double {
    switch self {
    case .sigmoid(let x): LogitKernel.sigmoid(x, in: format)
    case .logSigmoid(let x): LogitKernel.logSigmoid(x, in: format)
    case .softplus(let x): LogitKernel.softplus(x, in: format)
    case .logit(let p): LogitKernel.logit(p, in: format)
    case .binaryCrossEntropy(let x, let target):
      binaryCrossEntropyWithLogits(x, target: target, in: format)
    case .binaryCrossEntropyGradient(let x, let target):
      binaryCrossEntropyWithLogitsGradient(x, target: target, in: format)
    }
  }

  /// The emulated computation, at temperature 1.
  public func emulated(
    _ form: EmulatedScalar.Form, settings: EmulationSettings
  ) -> EmulatedScalar {
    switch self {
    case .sigmoid(let x): .sigmoid(x, form: form, settings: settings)
    case .logSigmoid(let x): .logSigmoid(x, form: form, settings: settings)
    case .softplus(let x): .softplus(x, form: form, settings: settings)
    case .logit(let p): .logit(p, form: form, settings: settings)
    case .binaryCrossEntropy(let x, let target):
      .binaryCrossEntropy(x, target: target, form: form, settings: settings)
    case .binaryCrossEntropyGradient(let x, let target):
      .binaryCrossEntropyGradient(x, target: target, form: form, settings: settings)
    }
  }

  /// How far a value is from the true one, in units in the last place of a format.
  ///
  /// Unit and special values: those of ``LogitRow/ulpError(of:for:in:)``.
  public func ulpError(of value: Double, in format: NumberFormat) -> Double {
    ulps(of: value, rounded: exact(in: format), truth: exact(), in: format, deviation: deviation)
  }

  private func deviation(of value: Double) -> Double {
    func from(_ formula: some Formula) -> Double {
      Deviation(formula: formula, value: value).rounded(to: .error)
    }
    switch self {
    case .sigmoid(let x) where x.isFinite: return from(SigmoidFormula(.sigmoid, x, divisor: 1))
    case .logSigmoid(let x) where x.isFinite:
      return from(SigmoidFormula(.logSigmoid, x, divisor: 1))
    case .softplus(let x) where x.isFinite: return from(SigmoidFormula(.softplus, x, divisor: 1))
    case .logit(let p): return from(LogOdds(probability: p, temperature: 1))
    case .binaryCrossEntropyGradient(let x, let target) where x.isFinite:
      return from(BinaryGradient(x: x, divisor: 1, sign: 1, target: target))
    case .binaryCrossEntropy(let x, let target) where x.isFinite:
      return from(BinaryLoss(x: x, divisor: 1, target: target))
    case .sigmoid, .logSigmoid, .softplus, .binaryCrossEntropy, .binaryCrossEntropyGradient:
      return exact() - value
    }
  }
}
