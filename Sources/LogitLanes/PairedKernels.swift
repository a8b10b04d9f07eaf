extension InstructionSet {
  /// Σ e with e in pairs, which are stored where asked to: the first parts, then the second ones.
  ///
  /// A running sum begins at 2^62, above every summand, so that what an addition loses is
  /// e − (s′ − s), exactly (Dekker 1971).
  @inlinable @inline(__always)
  static func pairedSum(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>?
  ) -> LaneSums {
    let constants = PairScaling(scaling)
    let firsts = results.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Float.self) }
    var sums = ShortLanes(repeating: 0x1p62)
    var tails = ShortLanes.zero
    @inline(__always) func add(_ index: Int, isNew: SIMDMask<SIMD16<Int32>>?) {
      var e = pair(Float.register(elements, index), constants)
      if let firsts {
        store(e.high, firsts, index)
        store(e.low, firsts, count &+ index)
      }
      if let isNew {
        e.high.replace(with: 0, where: .!isNew)
        e.low.replace(with: 0, where: .!isNew)
      }
      let total = sums + e.high
      tails += (e.high - (total - sums)) + e.low
      sums = total
    }
    var index = 0
    while index &+ 16 <= count {
      prefetch(UnsafeRawPointer(elements + (ahead(count) &+ index)))
      add(index, isNew: nil)
      index &+= 16
    }
    if index < count {
      let lanes = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      add(count &- 16, isNew: lanes .>= SIMD16(repeating: Int32(16 &- count & 15)))
    }
    let high = Lanes(sums.lowHalf) + Lanes(sums.highHalf) - 0x1p63
    let low = Lanes(tails.lowHalf) + Lanes(tails.highHalf)
    var sum = 0.0
    for lane in 0..<8 { sum += high[lane] + low[lane] }
    return LaneSums(sum: sum * 0x1p452)
  }

  /// e of each element times a factor: the pairs again, where storing them takes longer.
  @inlinable @inline(__always)
  static func scaleAnew(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    let constants = PairScaling(scaling)
    let scaled = factor * 0x1p452
    let high = ShortLanes(repeating: Float(scaled))
    let low = ShortLanes(repeating: Float(scaled - Double(Float(scaled))))
    @inline(__always) func result(_ x: ShortLanes) -> ShortLanes {
      let e = pair(x, constants)
      return fused(e.high, high, fused(e.high, low, e.low * high))
    }
    let end = Float.register(elements, count &- 16)
    var index = 0
    while index &+ 16 <= count {
      prefetch(UnsafeRawPointer(results + (ahead(count) &+ index)))
      store(result(Float.register(elements, index)), results, index)
      index &+= 16
    }
    if index < count { store(result(end), results, count &- 16) }
  }

  /// Each pair times a factor; the last step alone rounds.
  @inlinable @inline(__always)
  static func scalePairs(
    _ summands: UnsafePointer<Double>, _ count: Int, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    let firsts = UnsafeRawPointer(summands).assumingMemoryBound(to: Float.self)
    let scaled = factor * 0x1p452
    let high = ShortLanes(repeating: Float(scaled))
    let low = ShortLanes(repeating: Float(scaled - Double(Float(scaled))))
    @inline(__always) func result(_ index: Int) -> ShortLanes {
      let e = Float.register(firsts, index)
      let tail = Float.register(firsts, count &+ index)
      return fused(e, high, fused(e, low, tail * high))
    }
    var index = 0
    while index &+ 16 <= count {
      prefetch(UnsafeRawPointer(results + (ahead(count) &+ index)))
      store(result(index), results, index)
      index &+= 16
    }
    if index < count { store(result(count &- 16), results, count &- 16) }
  }

  @inlinable @inline(__always)
  static func store(
    _ lanes: ShortLanes, _ elements: UnsafeMutablePointer<Float>, _ index: Int
  ) {
    UnsafeMutableRawPointer(elements + index).storeBytes(of: lanes, as: ShortLanes.self)
  }
}
