/// How the logits of a row become exponents: z = (x − origin)/T, less M·ln 2.
///
/// M is a whole number with which the greatest e^z has about the size of 1. It takes the place of
/// the subtraction of the greatest logit, costs nothing, and is free of error.
public struct RowScaling: Sendable {
  /// The greatest logit.
  public let greatest: Double
  /// What is subtracted from each logit first, the greatest or 0.
  public let origin: Double
  /// 1/T, and what it lacks.
  public let inverse: Double, inverseTail: Double
  /// log₂ e/T.
  public let inverseOfBase: Double
  /// M.
  public let exponent: Double
  /// No logit below this one matters; it takes their place.
  public let least: Double
  /// 1.5·2^52 with what is added to the exponents of two: a sum with it is rounded to an integer,
  /// whose low bits are the exponent bits of a number.
  public let magic: Double
  /// Whether the row is tame.
  public let isTame: Bool
  /// Whether the row is tame and every logit so near the greatest that no probability is subnormal.
  public let isShallow: Bool
  /// Whether z is the logit, or with binary32 a multiple of it, without rounding that matters.
  public let isPlain: Bool

  /// The scaling of a row with this greatest logit, which is finite.
  ///
  /// `inverseTail` is what 1/T lacks. Rows of binary32 are read in binary64, where a multiple of a
  /// logit is exact enough; those of binary64 are plain for T = 1 only.
  @inlinable
  public init(greatest: Double, inverse: Double, inverseTail: Double, ofBinary32: Bool) {
    let scaled = greatest * inverse
    let farthest = ofBinary32 ? 45_000.0 : 350
    let isNear = -farthest <= scaled && scaled <= farthest
    let isUsual = ofBinary32 ? 0x1p-90 <= inverse && inverse <= 0x1p90 : inverse == 1
    self.greatest = greatest
    self.inverse = inverse
    self.inverseTail = inverseTail
    inverseOfBase = inverse * 1.4426950408889634
    origin = isNear ? 0 : greatest
    exponent = isNear ? (scaled * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52 : 0
    let lowest = greatest - 1040 / inverse
    least = lowest > -Double.greatestFiniteMagnitude ? lowest : -Double.greatestFiniteMagnitude
    magic = 0x1.8p52 + (1023 + 512 - exponent)
    isPlain = isNear && isUsual
    (isTame, isShallow) = (false, false)
  }

  /// The scaling of tame rows of binary32: T = 1, and the greatest logit is between −19 and 45.
  ///
  /// No sum of e^x·2^54 overflows in binary32 then, nor is anything that underflows in it too much for
  /// a probability of 0. M is always 6, so that the sums need not wait for the greatest logit.
  @inlinable
  public init(tame extremes: LaneExtremes) {
    greatest = extremes.greatest
    (inverse, inverseTail, inverseOfBase) = (1, 0, 1.4426950408889634)
    origin = 0
    exponent = 6
    least = extremes.greatest - 1000
    magic = 0x1.8p52 + (1023 + 512 - 6)
    (isPlain, isTame) = (true, true)
    isShallow = extremes.least >= extremes.greatest - 60
  }
}
