/// Sixteen neighbours of a row, in binary32.
public typealias ShortLanes = SIMD16<Float>

/// e^z of rows of binary32 in lanes of binary32, sixteen at a time, with a table in registers.
///
/// It is a power of two times 1 + w, both numbers of binary32, within 2^−30.7 of itself, so that
/// only the last step of a softmax rounds. It needs an instruction that looks up entries in two
/// registers, and lanes for half the cost of those of binary64.
extension InstructionSet {
  /// Whether a row is worked through so: long enough, near enough to 0, no extreme T.
  @inlinable @inline(__always)
  static func usesPairs(_ count: Int, _ scaling: RowScaling) -> Bool {
    looksUpEntries && count >= 16 && scaling.isPlain
      && -2000 <= scaling.exponent && scaling.exponent <= 2000
      && 0x1p-10 <= scaling.inverse && scaling.inverse <= 0x1p10
  }

  /// p and w with 2^((x·log₂ e)/T − M)·2^60 = p·(1 + w), times the factor of the table.
  ///
  /// x = k·C + r with 32k the nearest integer to 32x·log₂ e/T, and C = T·ln 2 rounded to binary32.
  /// k·C lies on the grid of C or of x, whichever is finer, and |r| ≤ C/64, so r is exact. Then
  /// 2^(k + j/32) comes from the table with its rounding, and w = r/T + s, where s is small: what C
  /// lacks, what the entry lacks, and all of e^(r/T) − 1 from the square on. w is off by half a
  /// place, 2^−31, and the polynomial by 2^−33.
  ///
  /// In a tame row what C lacks, 2^−28 of it, is too small to count in products. Logits that may be
  /// far below the others are raised.
  @inlinable @inline(__always)
  static func growth(
    _ x: ShortLanes, _ scaling: borrowing PairScaling, _ table: borrowing PairTable,
    isTame: Bool, isRaised: Bool
  ) -> (power: ShortLanes, growth: ShortLanes) {
    let x = isRaised ? x.replacing(with: scaling.least, where: x .< scaling.least) : x
    let shifted = fused(x, scaling.factor, scaling.magic)
    let k = shifted - scaling.magic
    let rest = fused(k, scaling.minusStep, x)
    let index = unsafeBitCast(shifted, to: SIMD16<UInt32>.self)
    let entryTail = entry(index, table.tails.0, table.tails.1)
    let base = unsafeBitCast(
      entry(index, table.entries.0, table.entries.1), to: SIMD16<UInt32>.self)
    let power = unsafeBitCast(base &+ (index &<< SIMD16(repeating: 18)), to: ShortLanes.self)
    let tail = fused(k, scaling.minusTail, entryTail)
    if isTame {
      let q = fused(rest, scaling.third, scaling.second)
      return (power, rest + fused(rest, fused(rest, q, tail), tail))
    }
    let whole = fused(k, scaling.minusStepTail, rest)
    let q = fused(whole, scaling.third, scaling.second)
    let linear = fused(entryTail, scaling.inverse, scaling.inverseTail)
    let small = fused(whole, fused(whole, q, linear), tail)
    return (power, fused(rest, scaling.inverse, small))
  }
}

/// 2^(j/32) times a factor, for j = 0…31.
@usableFromInline struct PairTable {
  /// The bits of the entries, less j·2^18, which the shifted index brings back.
  @usableFromInline let entries: (ShortLanes, ShortLanes)
  /// What the entries lack, relative to them.
  @usableFromInline let tails: (ShortLanes, ShortLanes)

  /// The table without a factor.
  @inlinable @inline(__always)
  init() {
    (entries, tails) = (Self.roots, Self.rootTails)
  }

  /// The table times a factor that leaves all entries normal.
  @inlinable @inline(__always)
  init(times factor: Double) {
    let lower = Self.scaled(Self.roots.0, Self.rootTails.0, Self.offsets, factor)
    let upper = Self.scaled(
      Self.roots.1, Self.rootTails.1, Self.offsets &+ SIMD16(repeating: 16 << 18), factor)
    entries = (lower.entries, upper.entries)
    tails = (lower.tails, upper.tails)
  }

  @inlinable @inline(__always)
  static func scaled(
    _ entries: ShortLanes, _ tails: ShortLanes, _ offsets: SIMD16<UInt32>, _ factor: Double
  ) -> (entries: ShortLanes, tails: ShortLanes) {
    let roots = unsafeBitCast(
      unsafeBitCast(entries, to: SIMD16<UInt32>.self) &+ offsets, to: ShortLanes.self)
    let low = product(Lanes(roots.lowHalf), Lanes(tails.lowHalf), factor)
    let high = product(Lanes(roots.highHalf), Lanes(tails.highHalf), factor)
    let rounded = ShortLanes(lowHalf: low.rounded, highHalf: high.rounded)
    let bits = unsafeBitCast(rounded, to: SIMD16<UInt32>.self) &- offsets
    return (
      unsafeBitCast(bits, to: ShortLanes.self),
      ShortLanes(lowHalf: low.tail, highHalf: high.tail)
    )
  }

  /// A root times a factor, rounded to binary32, and what that lacks, relative to it.
  @inlinable @inline(__always)
  static func product(
    _ root: Lanes, _ tail: Lanes, _ factor: Double
  ) -> (rounded: SIMD8<Float>, tail: SIMD8<Float>) {
    let value = (root + root * tail) * factor
    let rounded = SIMD8<Float>(value)
    let back = Lanes(rounded)
    return (rounded, SIMD8<Float>((value - back) / back))
  }

  /// j·2^18.
  @inlinable @inline(__always)
  static var offsets: SIMD16<UInt32> {
    SIMD16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) &<< SIMD16(repeating: 18)
  }

  /// The bits of 2^(j/32), less j·2^18, which the shifted index brings back.
  @inlinable @inline(__always)
  static var roots: (ShortLanes, ShortLanes) {
    let lower = SIMD16<UInt32>(
      0x3f800000, 0x3f7ecd87, 0x3f7daac3, 0x3f7c980f,
      0x3f7b95c2, 0x3f7aa43a, 0x3f79c3d3, 0x3f78f4f0,
      0x3f7837f0, 0x3f778d3a, 0x3f76f532, 0x3f767043,
      0x3f75fed7, 0x3f75a15b, 0x3f75583f, 0x3f7523f6)
    let upper = SIMD16<UInt32>(
      0x3f7504f3, 0x3f74fbaf, 0x3f7508a4, 0x3f752c4d,
      0x3f75672a, 0x3f75b9be, 0x3f76248c, 0x3f76a81e,
      0x3f7744fd, 0x3f77fbb8, 0x3f78ccdf, 0x3f79b907,
      0x3f7ac0c7, 0x3f7be4ba, 0x3f7d257d, 0x3f7e83b3)
    return (
      unsafeBitCast(lower, to: ShortLanes.self), unsafeBitCast(upper, to: ShortLanes.self)
    )
  }

  /// What the entries lack of 2^(j/32), relative to them.
  @inlinable @inline(__always)
  static var rootTails: (ShortLanes, ShortLanes) {
    let lower = SIMD16<Float>(
      0x0p0, -0x1.947414p-25, 0x1.8d96d4p-25, -0x1.dda2fcp-25,
      -0x1.9c0c22p-27, -0x1.a2fbb2p-25, 0x1.964904p-25, -0x1.2b0dbcp-25,
      0x1.125002p-25, -0x1.cde8cep-26, 0x1.370be4p-25, 0x1.336de2p-30,
      -0x1.0a355p-25, -0x1.c541b4p-26, -0x1.00d8acp-27, -0x1.6cb284p-25)
    let upper = SIMD16<Float>(
      0x1.26055cp-26, 0x1.8b2bb8p-26, -0x1.05cb44p-25, -0x1.1c2142p-26,
      0x1.67a1cap-28, -0x1.348e56p-25, 0x1.a3b5e4p-28, -0x1.0b7ec8p-25,
      -0x1.f9c304p-27, -0x1.e4c886p-26, -0x1.6961b4p-28, -0x1.b5151ep-28,
      -0x1.a5217cp-28, -0x1.ab7132p-26, 0x1.61428ep-28, -0x1.2ad5f8p-27)
    return (lower, upper)
  }
}

/// The numbers of a scaling in binary32, as lanes.
@usableFromInline struct PairScaling {
  /// log₂ e/T.
  @usableFromInline let factor: ShortLanes
  /// −T·ln 2, and what it lacks, as it is and over T.
  @usableFromInline let minusStep: ShortLanes
  @usableFromInline let minusStepTail: ShortLanes
  @usableFromInline let minusTail: ShortLanes
  /// 1/T and what it lacks.
  @usableFromInline let inverse: ShortLanes
  @usableFromInline let inverseTail: ShortLanes
  /// The coefficients of the square and the cube: 1/(2T²), with a part of what comes after the
  /// cube, and 1/(6T³).
  @usableFromInline let second: ShortLanes
  @usableFromInline let third: ShortLanes
  /// What shifts k, in 32nds, into the low bits.
  @usableFromInline let magic: ShortLanes
  /// No logit below this one matters; it takes their place.
  @usableFromInline let least: ShortLanes

  /// Those of tame rows.
  @inlinable @inline(__always)
  init() {
    self.init(RowScaling(tame: LaneExtremes(least: 0, greatest: 0)))
  }

  @inlinable @inline(__always)
  init(_ scaling: borrowing RowScaling) {
    let inverse = scaling.inverse
    let step = Float(1 / scaling.inverseOfBase)
    // ln 2 is this number and 2^-55 of it.
    let lost = (0x1.62e42fefa39efp-1 - Double(step) * inverse) / inverse
    factor = ShortLanes(repeating: Float(scaling.inverseOfBase))
    minusStep = ShortLanes(repeating: -step)
    minusStepTail = ShortLanes(repeating: Float(-lost))
    minusTail = ShortLanes(repeating: Float(-lost * inverse))
    self.inverse = ShortLanes(repeating: Float(inverse))
    inverseTail = ShortLanes(repeating: Float(inverse - Double(Float(inverse))))
    second = ShortLanes(repeating: Float(0x1.000087db8b53bp-1 * inverse * inverse))
    third = ShortLanes(repeating: Float(0x1.5555555555555p-3 * inverse * inverse * inverse))
    magic = ShortLanes(repeating: 0x1.8p18 + Float(60 - scaling.exponent))
    least = ShortLanes(
      repeating: scaling.isTame
        ? -124 : Float((scaling.exponent - 180) / scaling.inverseOfBase))
  }
}
