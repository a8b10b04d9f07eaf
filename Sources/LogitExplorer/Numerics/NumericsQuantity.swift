package import LogitKernel

/// A number that the Numerics lens compares with the true one.
package enum NumericsQuantity: Equatable, Sendable {
  /// Of the whole row.
  case row(RowQuantity)
  /// Of one class's logit by itself.
  case oneLogit(OneLogitFunction, Int)
  /// KL(p‖q) against a pinned row of as many classes.
  case divergence(LogitRow)
  /// KL(p‖p), log q formed as log-softmax: 0, where the two logarithms agree.
  case selfDivergence

  /// The true value, rounded once.
  package func exact(of row: LogitRow, in format: NumberFormat = .binary64) -> Double {
    switch self {
    case .row(let quantity): row.exact(quantity, in: format)
    case .oneLogit(let function, let index):
      function.exact(row.logits[index], temperature: row.temperature, in: format)
    case .divergence(let other): row.klDivergence(to: other, in: format)
    case .selfDivergence: row.klDivergence(to: row, in: format)
    }
  }

  /// What a computation gives.
  func value(in run: EmulatedRow) -> Double {
    switch self {
    case .row(let quantity): run.cell(quantity).value
    case .oneLogit(let function, let index):
      function.emulated(
        run.logits[index], temperature: run.temperature, settings: run.settings
      ).result.value
    case .divergence(let other):
      run.klDivergence(
        to: EmulatedRow(other.logits, temperature: other.temperature, settings: run.settings)
      ).value
    case .selfDivergence: run.klDivergence(to: run.by(.fused)).value
    }
  }

  /// How far a value is from the true one, which is known in binary64, in ulps of the format.
  func error(of value: Double, row: LogitRow, truth: Double, in format: NumberFormat) -> Double {
    // A divergence of 0 has no unit: what is not 0 is wrong by as much as it is.
    if self == .selfDivergence { return value == 0 ? 0 : .infinity }
    guard case .row(let quantity) = self else {
      return ulpError(of: value, truth: truth, in: format)
    }
    return row.ulpError(of: value, for: quantity, truth: truth, in: format)
  }
}
