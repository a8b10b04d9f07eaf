internal import BigInt

/// e to the power x/T.
///
/// Special values: +∞ at z = +∞, 0 at z = −∞; temperatures as in `sigmoid`, so that 0 at T = 0
/// gives 1.
///
/// - Complexity: O(1).
public func exponential(
  _ x: Double, temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  switch ScaledLogit(x, temperature: temperature) {
  case .limit(let z): z.isNaN ? .nan : z > 0 ? format.round(.infinity) : 0
  case .quotient(let x, let divisor):
    ScalarFormula(.exponential, x, divisor: divisor).rounded(to: format)
  }
}

/// The natural logarithm.
///
/// Special values: −∞ at 0, +∞ at +∞, NaN below 0.
///
/// - Complexity: O(1).
public func naturalLogarithm(_ x: Double, in format: NumberFormat = .binary64) -> Double {
  if x.isNaN || x < 0 { return .nan }
  if x == 0 || x.isInfinite { return format.round(x == 0 ? -.infinity : .infinity) }
  return ScalarFormula(.logarithm, x).rounded(to: format)
}

/// e^x, ln x or ln(1 + x) of x/`divisor`.
struct ScalarFormula: Formula {
  enum Function { case exponential, logarithm, logarithmOfOnePlus }

  let function: Function
  let x: Double
  let divisor: Double

  init(_ function: Function, _ x: Double, divisor: Double = 1) {
    self.function = function
    self.x = x
    self.divisor = divisor
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let z = Quotient(numerator: [x], denominator: divisor).value(E.self, precision: precision)
    switch function {
    case .exponential: return z.exponential()
    case .logarithm: return z.logarithm()
    case .logarithmOfOnePlus: return z.logarithmOfOnePlus()
    }
  }
}
