internal import RealModule

/// Functions near enough for the points of a drawing, at a hundredth of the price of exact ones.
///
/// They are right to a few units of the last place, by the C library; nothing that is read as a
/// number comes from here. Special values are those of the exact functions without a temperature.
package enum Approximation {
  /// eˣ.
  package static func exponential(_ x: Double) -> Double { .exp(x) }

  /// ln x.
  package static func naturalLogarithm(_ x: Double) -> Double { .log(x) }

  /// 1/(1 + e^−z).
  package static func sigmoid(_ z: Double) -> Double { 1 / (1 + .exp(-z)) }

  /// ln(1 + e^z).
  package static func softplus(_ z: Double) -> Double {
    max(z, 0) + .log(onePlus: .exp(-z.magnitude))
  }
}

/// log₁₀ x as the C library has it, within an ulp or two: for places on a screen, where no digit of
/// it is shown.
///
/// Special values: −∞ at 0, NaN below.
package func decimalLogarithm(_ x: Double) -> Double { Double.log10(x) }
