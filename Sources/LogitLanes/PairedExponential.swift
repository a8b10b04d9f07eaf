/// Sixteen neighbours of a row, in binary32.
public typealias ShortLanes = SIMD16<Float>

/// e^z of rows of binary32 as a pair of binary32, sixteen at a time, with a table in registers.
///
/// The pair has 33 bits, so that only the last step of a softmax rounds. It needs an instruction
/// that looks up entries in two registers, and lanes for half the cost of those of binary64.
extension InstructionSet {
  /// Whether a row is worked through in pairs: long enough, near enough to 0, no extreme T.
  @inlinable @inline(__always)
  static func usesPairs(_ count: Int, _ scaling: RowScaling) -> Bool {
    looksUpEntries && count >= 16 && scaling.isPlain
      && -2000 <= scaling.exponent && scaling.exponent <= 2000
      && 0x1p-10 <= scaling.inverse && scaling.inverse <= 0x1p10
  }

  /// a·b + c, rounded once; only for sets that fuse.
  @inlinable @inline(__always)
  static func fused(_ a: ShortLanes, _ b: ShortLanes, _ c: ShortLanes) -> ShortLanes {
    c.addingProduct(a, b)
  }

  /// 2^((x·log₂ e)/T − M)·2^60 as a sum of two, the second below the last place of the first.
  ///
  /// y = x·log₂ e/T as a pair; k = y in 32nds; f = y − k/32, |f| ≤ 1/64; then 2^(k/32) from the
  /// table, 2^f = 1 + w by a polynomial whose error is 2^−33, and w off by half a place, 2^−31.
  @inlinable @inline(__always)
  static func pair(
    _ x: ShortLanes, _ scaling: borrowing PairScaling
  ) -> (high: ShortLanes, low: ShortLanes) {
    let x = x.replacing(with: scaling.least, where: x .< scaling.least)
    let y = x * scaling.factor
    let shifted = y + scaling.magic
    // The negative of f, so that no product has to change its sign.
    let coarse = (shifted - scaling.magic) - y
    let yTail = fused(x, scaling.minusFactorTail, fused(x, scaling.minusFactor, y))
    let g = coarse + yTail
    let gTail = yTail - (g - coarse)
    let index = unsafeBitCast(shifted, to: SIMD16<UInt32>.self)
    let entryTail = entry(index, tails.0, tails.1)
    // What is lost of f, and of f in the entry that the tail belongs to.
    let lost = fused(g, entryTail, gTail)
    let minusLogarithm = ShortLanes(repeating: -0x1.62e43p-1)
    let q = fused(g, ShortLanes(repeating: -0x1.c6b08ep-5), ShortLanes(repeating: 0x1.ebfce6p-3))
    let w = fused(
      g, minusLogarithm, fused(g * g, q, fused(lost, minusLogarithm, entryTail)))
    let base = unsafeBitCast(entry(index, entries.0, entries.1), to: SIMD16<UInt32>.self)
    let power = unsafeBitCast(
      base &+ (index &<< SIMD16(repeating: 18)), to: ShortLanes.self)
    let high = fused(power, w, power)
    return (high, fused(power, w, power - high))
  }

  /// The bits of 2^(j/32), less j·2^18, which the shifted index brings back.
  @inlinable @inline(__always)
  static var entries: (ShortLanes, ShortLanes) {
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
  static var tails: (ShortLanes, ShortLanes) {
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
  @usableFromInline let factor: ShortLanes
  @usableFromInline let minusFactor: ShortLanes
  @usableFromInline let minusFactorTail: ShortLanes
  @usableFromInline let magic: ShortLanes
  @usableFromInline let least: ShortLanes

  @inlinable @inline(__always)
  init(_ scaling: borrowing RowScaling) {
    let high = Float(scaling.inverseOfBase)
    factor = ShortLanes(repeating: high)
    minusFactor = ShortLanes(repeating: -high)
    minusFactorTail = ShortLanes(repeating: Float(Double(high) - scaling.inverseOfBase))
    magic = ShortLanes(repeating: 0x1.8p18 + Float(60 - scaling.exponent))
    least = ShortLanes(repeating: Float((scaling.exponent - 180) / scaling.inverseOfBase))
  }
}
