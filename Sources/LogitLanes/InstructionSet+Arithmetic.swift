extension InstructionSet {
  /// a·b as a rounded product and what it lacks.
  @inlinable @inline(__always)
  static func product(_ a: Lanes, _ b: Double) -> (high: Lanes, low: Lanes) {
    let high = a * b
    if fusesMultiplyAdd { return (high, fused(a, Lanes(repeating: b), -high)) }
    let (upperA, upperB) = (upperHalf(a), upperHalf(Lanes(repeating: b)))
    let (lowerA, lowerB) = (a - upperA, Lanes(repeating: b) - upperB)
    let low = ((upperA * upperB - high) + upperA * lowerB + lowerA * upperB) + lowerA * lowerB
    return (high, low)
  }

  /// The upper 26 bits of each number.
  @inlinable @inline(__always)
  static func upperHalf(_ a: Lanes) -> Lanes {
    let bits = unsafeBitCast(a, to: SIMD8<UInt64>.self) & 0xffff_ffff_f800_0000
    return unsafeBitCast(bits, to: Lanes.self)
  }

  /// x − y as a rounded difference and what it lacks (Knuth 1969).
  @inlinable @inline(__always)
  static func difference(_ x: Lanes, _ y: Double) -> (high: Lanes, low: Lanes) {
    let high = x - y
    let back = high - x
    return (high, (x - (high - back)) - (y + back))
  }
}

extension InstructionSet {
  /// x = n·ln 2 + rest, and 2^n for the n that the magic number shifts.
  ///
  /// ln 2 in two parts, the first of 42 bits, so that its product with n is exact: |n| ≤ 2^11.
  @inlinable @inline(__always)
  static func reduced(_ x: Lanes, magic: Double) -> (rest: Lanes, power: Lanes) {
    let magic = Lanes(repeating: magic)
    let shifted = fused(x, Lanes(repeating: 1.4426950408889634), magic)
    let whole = shifted - magic
    let upper = fused(whole, Lanes(repeating: -0x1.62e42fefa38p-1), x)
    return (fused(whole, Lanes(repeating: -0x1.ef35793c7673p-45), upper), power(shifted))
  }

  /// 2^n, where n + 1 023 stands in the low bits.
  @inlinable @inline(__always)
  static func power(_ shifted: Lanes) -> Lanes {
    let bits = unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< SIMD8(repeating: 52)
    return unsafeBitCast(bits, to: Lanes.self)
  }

  /// e^(r + tail) − 1 for |r| ≤ ln 2/2: r + r²·q(r), q of degree 9; relative to e^r within 2^−57.9.
  @inlinable @inline(__always)
  static func exponentialLessOne(_ r: Lanes, tail: Lanes?) -> Lanes {
    guard let tail else { return fused(quadratic(r), r * r, r) }
    let sum = r + tail
    return sum + fused(quadratic(sum), sum * sum, (r - sum) + tail)
  }

  /// q(r) of e^r = 1 + r + r²·q(r).
  @inlinable @inline(__always)
  static func quadratic(_ r: Lanes) -> Lanes {
    var q = Lanes(repeating: 0x1.ad7f16fb4d116p-26)
    q = fused(q, r, Lanes(repeating: 0x1.28adaae7e9b7ap-22))
    q = fused(q, r, Lanes(repeating: 0x1.71df25e53299cp-19))
    q = fused(q, r, Lanes(repeating: 0x1.a01999d28d7dbp-16))
    q = fused(q, r, Lanes(repeating: 0x1.a01a0129edef4p-13))
    q = fused(q, r, Lanes(repeating: 0x1.6c16c1843e2e2p-10))
    q = fused(q, r, Lanes(repeating: 0x1.1111111127d8fp-7))
    q = fused(q, r, Lanes(repeating: 0x1.5555555550827p-5))
    q = fused(q, r, Lanes(repeating: 0x1.55555555554f9p-3))
    return fused(q, r, Lanes(repeating: 0x1.000000000000ap-1))
  }

  /// 2^(x·log₂ e/T − M)·2^512, by a polynomial of degree 7; relative error below 2^−33.
  @inlinable @inline(__always)
  static func powerOfTwo(_ x: Lanes, _ scaling: borrowing RowScaling) -> Lanes {
    let (factor, magic) = (
      Lanes(repeating: scaling.inverseOfBase), Lanes(repeating: scaling.magic)
    )
    let shifted = fused(x, factor, magic)
    let f = fused(x, factor, magic - shifted)
    var p = Lanes(repeating: 1.5196043982197492e-05)
    p = fused(p, f, Lanes(repeating: 0.0001546688235520386))
    p = fused(p, f, Lanes(repeating: 0.0013333936561361888))
    p = fused(p, f, Lanes(repeating: 0.009618037769655193))
    p = fused(p, f, Lanes(repeating: 0.05550410362988871))
    p = fused(p, f, Lanes(repeating: 0.24022651068773201))
    p = fused(p, f, Lanes(repeating: 0.6931471807056893))
    return fused(p, f, Lanes(repeating: 1)) * power(shifted)
  }
}
