/// A real number known to lie within bounds, and the arithmetic that keeps it so.
///
/// Each formula of the kernel is written once over this protocol. It is evaluated first with
/// `FastEnclosure`, double-double arithmetic with an error bound; where the bounds do not settle
/// how the result rounds, it is evaluated again with `BigEnclosure` at growing precision. No
/// formula needs an error analysis of its own, and a sum that cancels is noticed and repeated
/// with more bits. (Ziv, "Fast evaluation of elementary mathematical functions with correctly
/// rounded last bit", ACM TOMS 17, 1991.)
protocol Enclosure: Sendable {
  /// A finite number, exactly; `precision` is the working precision in bits, where it varies.
  init(_ value: Double, precision: Int)

  static prefix func - (x: Self) -> Self
  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  /// The quotient; `y` must be known to be positive.
  static func / (x: Self, y: Self) -> Self

  /// eˣ.
  func exponential() -> Self
  /// eˣ − 1, without cancellation.
  func exponentialMinusOne() -> Self
  /// eˣ for x ≤ 0, as a term of a sum that is at least 1: small terms may be less precise.
  func exponentialAsTerm() -> Self
  /// ln x, for x known to be positive; 0 exactly at 1.
  func logarithm() -> Self
  /// ln(1 + x), without cancellation, for x known to exceed −1.
  func logarithmOfOnePlus() -> Self
  /// ln 2.
  static func logarithmOfTwo(precision: Int) -> Self

  /// The sums of a row in this arithmetic, formed once per precision.
  static func sums(of row: LogitRow, precision: Int) -> RowSums<Self>

  /// Σ e^aᵢ (aᵢ − bᵢ) over the classes that p gives a probability, with a and b the distances of each z
  /// from the best in p and in q.
  static func change(from p: LogitRow, to q: LogitRow, precision: Int) -> Self

  /// The sums over a piece of a row below a threshold, relative to that.
  static func sums(
    of piece: LogitPiece, _ key: TailKey, below threshold: Double
  ) -> BasedSums<Self>

  /// Where a piece keeps its sums in this arithmetic.
  static func memo(of piece: LogitPiece) -> Memo<TailKey, PieceSums<Self>>

  /// The value of `format` to which every number within the bounds rounds, zeros as +0.
  ///
  /// - Returns: nil when the bounds do not settle it.
  func rounded(to format: NumberFormat) -> Double?
}

/// A real number that can be enclosed as tightly as need be.
protocol Formula {
  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E
}

extension Formula {
  /// The true value of the formula, rounded once.
  func rounded(to format: NumberFormat) -> Double {
    value(FastEnclosure.self, precision: 106).rounded(to: format) ?? refined(to: format)
  }

  /// The same, from the start in long arithmetic.
  ///
  /// At 2 560 bits and more, an enclosure of zero is narrower than the least subnormal of every
  /// format, so a zero needs no rule of its own. What 10 240 bits leave open is taken to be the
  /// tie itself, which is an assumption: see <doc:Exactness>.
  func refined(to format: NumberFormat) -> Double {
    var precision = 80
    while true {
      let enclosure = value(BigEnclosure.self, precision: precision)
      if let result = enclosure.rounded(to: format) { return result }
      if precision >= 10_240 { return format.round(enclosure.nearest, nudged: nil) }
      precision *= 2
    }
  }
}
