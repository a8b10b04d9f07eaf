internal import LogitKernel

/// Normally distributed logits, mean 0 and standard deviation 2, rounded to two decimals.
///
/// The recipe, in full, so that the same seed gives the same logits anywhere: SplitMix64 from the
/// seed; `u` and `v` are the upper 53 bits of its next two outputs, times 2⁻⁵²; less 1 each; again
/// with the next two unless 0 < s = u² + v² < 1; then m = √(−2 ln s / s) gives two logits, 2mu and
/// 2mv (Marsaglia's polar method), each rounded to hundredths, ties away from zero. All operations
/// are those of binary64 in that order, with a correctly rounded logarithm.
///
/// Source: G. Marsaglia, T. A. Bray, "A convenient method for generating normal variables", SIAM
/// Review 6(3), 1964.
func randomLogits(_ count: Int, seed: UInt64) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  var logits: [Double] = []
  logits.reserveCapacity(count + 1)
  var pace = Pace("drawing random logits", of: count)
  while logits.count < count {
    guard pace.goesOn(at: logits.count) else { return Array(repeating: 0, count: count) }
    let u = Double(generator.next() >> 11) * 0x1p-52 - 1
    let v = Double(generator.next() >> 11) * 0x1p-52 - 1
    let s = u * u + v * v
    guard s > 0, s < 1 else { continue }
    let m = (-2 * naturalLogarithm(s) / s).squareRoot()
    logits.append(hundredths(2 * m * u))
    logits.append(hundredths(2 * m * v))
  }
  return Array(logits.prefix(count))
}

private func hundredths(_ value: Double) -> Double {
  (value * 100).rounded(.toNearestOrAwayFromZero) / 100 + 0
}
