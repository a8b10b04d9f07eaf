/// The exact sum of any number of finite numbers, as a few that do not overlap.
///
/// Adding one costs a pass over the parts, of which there are seldom more than three and never
/// more than forty. (J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust
/// geometric predicates", Discrete & Computational Geometry 18, 1997, theorem 10.)
struct ExactSum: Sendable {
  /// Numbers whose sum is the sum, the least first; without zeros.
  private(set) var parts: [Double] = []
  /// What would overflow when added to another.
  private var overflowing: [Double] = []

  init<Numbers: Sequence<Double>>(_ numbers: Numbers) {
    for number in numbers { add(number) }
    parts += overflowing
  }

  private mutating func add(_ number: Double) {
    noteOperation()
    // Far below the overflow, so that no sum of the rest reaches it.
    guard number.magnitude < 0x1p1000 else { return overflowing.append(number) }
    var carried = number
    var kept = 0
    for part in parts {
      let sum = DoubleDouble(sumOf: carried, part)
      if sum.low != 0 {
        parts[kept] = sum.low
        kept += 1
      }
      carried = sum.high
    }
    parts.removeSubrange(kept...)
    if carried != 0 { parts.append(carried) }
  }

  /// The sum in the arithmetic of `E`.
  func value<E: Enclosure>(_ precision: Int) -> E {
    parts.reduce(E(0, precision: precision)) { $0 + E($1, precision: precision) }
  }
}
