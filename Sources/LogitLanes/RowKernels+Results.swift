extension InstructionSet {
  /// Each summand times a factor, rounded once for binary32.
  @inlinable @inline(__always)
  static func scaleSummands<E: LaneElement>(
    _ summands: UnsafePointer<Double>, _ count: Int, _ scaling: RowScaling, _ factor: Double,
    _ tail: Double, _ results: UnsafeMutablePointer<E>
  ) {
    if E.self == Float.self, usesPairs(count, scaling) {
      let floats = UnsafeMutableRawPointer(results).assumingMemoryBound(to: Float.self)
      return scalePairs(summands, count, scaling, factor, floats)
    }
    let factors = Lanes(repeating: factor)
    let tails = Lanes(repeating: tail)
    @inline(__always) func scaled(_ e: Lanes) -> Lanes {
      E.self == Double.self ? fused(e, factors, e * tails) : e * factors
    }
    let end = scaled(last(summands, count))
    var index = 0
    while index &+ 8 <= count {
      E.store(scaled(Double.load(summands, index)), results, index)
      index &+= 8
    }
    if index < count { storeLast(end, results, count) }
  }

  /// (x − max x)/T − logarithm.
  @inlinable @inline(__always)
  static func storeLogProbabilities<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling, _ logarithm: Double,
    _ results: UnsafeMutablePointer<E>
  ) {
    if E.self == Float.self, logarithm >= 0x1p-6, abs(scaling.greatest * scaling.inverse) <= 1024,
      scaling.isPlain
    {
      // What binary64 loses here is 2^-43 of at least 2^-6.
      let inverses = Lanes(repeating: scaling.inverse)
      let shift = Lanes(repeating: -(scaling.greatest * scaling.inverse + logarithm))
      forEach(elements, count, results) { fused($0, inverses, shift) }
    } else if scaling.inverse == 1 {
      forEach(elements, count, results) { ($0 - scaling.greatest) - logarithm }
    } else {
      let inverses = Lanes(repeating: scaling.inverse)
      let logarithms = Lanes(repeating: -logarithm)
      let masked = Lanes(repeating: -.infinity - logarithm)
      forEach(elements, count, results) { x in
        let difference = x - scaling.greatest
        let quotient = fused(difference, inverses, difference * scaling.inverseTail + logarithms)
        return quotient.replacing(with: masked, where: x .== Lanes(repeating: -.infinity))
      }
    }
  }

  /// 1/(1 + e^−x) for x ≥ 0, e^x/(1 + e^x) below, so that nothing overflows or cancels.
  @inlinable @inline(__always)
  static func storeSigmoids<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ results: UnsafeMutablePointer<E>
  ) {
    let scaling = RowScaling(greatest: 0, inverse: 1, inverseTail: 0, ofBinary32: false)
    forEach(elements, count, results) { x in
      let size = x.replacing(with: -x, where: x .> Lanes.zero)
      let e = E.exponential(Self.self, raised(size, to: -1040), scaling, general: false) * 0x1p-512
      return e.replacing(with: 1, where: x .> Lanes.zero) / (e + 1)
    }
  }

  /// Puts each element through a function of eight lanes.
  @inlinable @inline(__always)
  static func forEach<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ results: UnsafeMutablePointer<E>,
    _ function: (Lanes) -> Lanes
  ) {
    let end = function(last(elements, count))
    var index = 0
    while index &+ 8 <= count {
      prefetch(UnsafeRawPointer(results + (ahead(count) &+ index)))
      E.store(function(E.load(elements, index)), results, index)
      index &+= 8
    }
    if index < count { storeLast(end, results, count) }
  }

  /// Σ e, Σ e·z and Σ e·z², masked logits left out.
  @inlinable @inline(__always)
  static func sumOfMoments<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling
  ) -> LaneMoments {
    var running = RunningMoments()
    let isMasked = Lanes(repeating: -.infinity)
    var index = 0
    while index &+ 8 <= count {
      let x = E.load(elements, index)
      add(E.self, x, x .!= isMasked, scaling, to: &running)
      index &+= 8
    }
    if index < count {
      let x = last(elements, count)
      add(E.self, x, (x .!= isMasked) .& isNew(count), scaling, to: &running)
    }
    var sums = LaneMoments()
    for lane in 0..<8 {
      sums.add(
        LaneMoments(
          sum: running.zeroth[lane], first: running.first[lane], second: running.second[lane]))
    }
    return sums
  }

  /// Adds the moments of eight logits; those left out add nothing.
  @inlinable @inline(__always)
  static func add<E: LaneElement>(
    _ type: E.Type, _ x: Lanes, _ isIncluded: SIMDMask<SIMD8<Int64>>,
    _ scaling: borrowing RowScaling, to running: inout RunningMoments
  ) {
    let z = x.replacing(with: scaling.least, where: .!isIncluded) - scaling.greatest
    let e = E.exponential(Self.self, raised(x, to: scaling.least), scaling, general: true)
      .replacing(with: 0, where: .!isIncluded)
    running.zeroth += e
    running.first = fused(e, z, running.first)
    running.second = fused(e * z, z, running.second)
  }

  /// e of the greatest logit, as a number and what it lacks.
  @inlinable @inline(__always)
  static func summit<E: LaneElement>(_ type: E.Type, _ scaling: RowScaling) -> LaneSums {
    let x = Lanes(repeating: scaling.greatest)
    guard E.self == Double.self else {
      return LaneSums(sum: E.exponential(Self.self, x, scaling, general: !scaling.isPlain)[0])
    }
    let quotient = product(x - scaling.origin, scaling.inverse)
    let tail = quotient.low + (x - scaling.origin) * scaling.inverseTail
    let reduced = reduced(quotient.high, magic: scaling.magic)
    let small = exponentialLessOne(reduced.rest, tail: tail)
    let high = small + 1
    return LaneSums(
      sum: (high * reduced.power)[0], sumTail: ((small - (high - 1)) * reduced.power)[0])
  }
}

/// Eight running sums of each moment.
@usableFromInline struct RunningMoments {
  @usableFromInline var zeroth = Lanes.zero
  @usableFromInline var first = Lanes.zero
  @usableFromInline var second = Lanes.zero

  @inlinable @inline(__always) init() {}
}
