/// Logits as their distances from a base that none of them exceeds, (b − x)/T ≥ 0; x and b are negated
/// where the temperature is below 0.
struct Distances {
  let values: [Double]
  let isReversed: Bool
  let base: Double
  let divisor: Double

  func logit(_ offset: Int) -> Double { isReversed ? -values[offset] : values[offset] }

  /// b − x, exactly, as a sum of two numbers times 2^`scale`.
  @inline(__always)
  func difference(_ offset: Int) -> (value: DoubleDouble, scale: Int) {
    let x = logit(offset)
    let value = DoubleDouble(sumOf: base, -x)
    // Where that overflows, both are so large that their halves are exact.
    return value.high.isFinite ? (value, 0) : (DoubleDouble(sumOf: base / 2, -x / 2), 1)
  }

  /// y = (b − x)/(T ln 2), with a relative error below 2^−50 unless it is below every normal number;
  /// infinite beyond the greatest.
  @inline(__always)
  func bits(_ difference: (value: DoubleDouble, scale: Int)) -> Double {
    let quotient = difference.value.high / divisor * 1.4426950408889634
    return difference.scale == 0 ? quotient : 2 * quotient
  }

  /// A number e with y < 2ᵉ, for a difference other than 0.
  @inline(__always)
  func exponent(_ difference: (value: DoubleDouble, scale: Int)) -> Int {
    Int(difference.value.high.exponent) - Int(divisor.exponent) + difference.scale + 2
  }

  /// 1/(T ln 2).
  func factor(words count: Int) -> FixedFactor {
    let bits = 64 * (count + 2)
    let divisor = BigEnclosure(divisor, precision: bits) * .logarithmOfTwo(precision: bits)
    return FixedFactor(BigEnclosure(1, precision: bits) / divisor, words: count)
  }
}
