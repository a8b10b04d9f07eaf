internal import RealModule

/// log₁₀ x as the C library has it, within an ulp or two: for places on a screen, where no digit of
/// it is shown.
///
/// Special values: −∞ at 0, NaN below.
public func decimalLogarithm(_ x: Double) -> Double { Double.log10(x) }
