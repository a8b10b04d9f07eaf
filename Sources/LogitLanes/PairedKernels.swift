public import CProcessor

extension InstructionSet {
  /// Σ e with e in pairs, which are stored where asked to: the first parts, then the second ones.
  @inlinable @inline(never)
  static func pairedSum(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>?
  ) -> LaneSums {
    var (sum, index) = (0.0, 0)
    while index < count {
      let stretch = Stretch(elements, count, from: index, into: results)
      sum += sumGeneral(
        stretch, extremes(of: stretch), scaling)
      index = stretch.next
    }
    return LaneSums(sum: sum * 0x1p452)
  }

  /// The extremes, and Σ e of a piece of a row with T = 1 if no logit is above 45.
  ///
  /// Each stretch is looked through before it is summed, while it is near.
  @inlinable @inline(never)
  static func sumTame(
    _ elements: UnsafePointer<Float>, _ count: Int, _ results: UnsafeMutablePointer<Double>?
  ) -> LaneSurvey {
    guard count >= 16 else { return sumFew(elements, count, results) }
    var (sum, index) = (0.0, 0)
    var extremes = LaneExtremes()
    while index < count {
      let stretch = Stretch(elements, count, from: index, into: results)
      let running = self.extremes(of: stretch)
      let least = Float.least(running.least).lane
      extremes.add(LaneExtremes(least: least, greatest: Float.greatest(running.greatest).lane))
      guard extremes.greatest <= 45 else {
        return LaneSurvey(extremes: self.extremes(of: elements, count: count), hasSums: false)
      }
      sum += least >= -110 ? sumShallow(stretch, running) : sumRaised(stretch, running)
      index = stretch.next
    }
    return LaneSurvey(extremes: extremes, sums: LaneSums(sum: sum * 0x1p452))
  }

  /// The extremes of a stretch in each lane: four registers of each side by side.
  @inlinable @inline(__always)
  static func extremes(of stretch: Stretch) -> RunningExtremes<Float> {
    let elements = stretch.elements
    let (none, all) = (ShortLanes(repeating: .infinity), ShortLanes(repeating: -.infinity))
    var (a, b, c, d) = (none, none, none, none)
    var (p, q, r, s) = (all, all, all, all)
    var index = 0
    while index &+ 64 <= stretch.length {
      let (x, y) = (Float.register(elements, index), Float.register(elements, index &+ 16))
      let (z, w) = (Float.register(elements, index &+ 32), Float.register(elements, index &+ 48))
      (a, b, c, d) = (lesser(x, a), lesser(y, b), lesser(z, c), lesser(w, d))
      (p, q, r, s) = (greater(x, p), greater(y, q), greater(z, r), greater(w, s))
      index &+= 64
    }
    while index < stretch.length {
      let x = Float.register(elements, index)
      (a, p) = (lesser(x, a), greater(x, p))
      index &+= 16
    }
    return RunningExtremes(
      lesser(lesser(a, b), lesser(c, d)), greater(greater(p, q), greater(r, s)))
  }

  /// The survey of a piece that does not fill a register.
  @inlinable @inline(never)
  static func sumFew(
    _ elements: UnsafePointer<Float>, _ count: Int, _ results: UnsafeMutablePointer<Double>?
  ) -> LaneSurvey {
    let extremes = extremes(of: elements, count: count)
    guard extremes.greatest <= 45, extremes.greatest > -.infinity else {
      return LaneSurvey(extremes: extremes, hasSums: extremes.greatest == -.infinity)
    }
    let sums = sumOfExponentials(elements, count, RowScaling(tame: extremes), results, false)
    return LaneSurvey(extremes: extremes, sums: sums)
  }

  @inlinable @inline(never)
  static func sumShallow(_ stretch: Stretch, _ extremes: RunningExtremes<Float>) -> Double {
    sum(stretch, extremes, PairScaling(), isTame: true, isRaised: false)
  }

  @inlinable @inline(never)
  static func sumRaised(_ stretch: Stretch, _ extremes: RunningExtremes<Float>) -> Double {
    sum(stretch, extremes, PairScaling(), isTame: true, isRaised: true)
  }

  @inlinable @inline(never)
  static func sumGeneral(
    _ stretch: Stretch, _ extremes: RunningExtremes<Float>, _ scaling: RowScaling
  ) -> Double {
    sum(stretch, extremes, PairScaling(scaling), isTame: false, isRaised: true)
  }

  /// Σ e of a stretch.
  ///
  /// A running sum begins above every summand of its lane, so that what an addition loses is
  /// e − (s′ − s), exactly (Dekker 1971). These losses are added up with rounding, but there are at
  /// most 128 in a lane: less than 2^−36 of the sum is lost.
  @inlinable @inline(__always)
  static func sum(
    _ stretch: Stretch, _ extremes: RunningExtremes<Float>, _ constants: PairScaling,
    isTame: Bool, isRaised: Bool
  ) -> Double {
    let table = PairTable()
    let top = growth(extremes.greatest, constants, table, isTame: isTame, isRaised: isRaised)
    let start = top.power * 2
    var (sums, tails) = (start, ShortLanes.zero)
    var index = 0
    while index < stretch.length {
      prefetch(UnsafeRawPointer(stretch.elements + (stretch.ahead &+ index)))
      let x = Float.register(stretch.elements, index)
      var (power, growth) = growth(x, constants, table, isTame: isTame, isRaised: isRaised)
      if let firsts = stretch.firsts {
        let high = fused(power, growth, power)
        store(high, firsts, index)
        store(fused(power, growth, power - high), firsts + stretch.count, index)
      }
      if stretch.old > 0 { power.replace(with: 0, where: stretch.isOld) }
      let total = sums + fused(power, growth, power)
      // Exact, or of a summand that is lost nearly whole.
      let lost = power - (total - sums)
      tails += fused(power, growth, lost)
      sums = total
      index &+= 16
    }
    return logitscope_total(sums, start, tails)
  }

  /// e of each element times a factor, where storing pairs takes longer.
  @inlinable @inline(__always)
  static func scaleAnew(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    if scaling.isShallow { return scaleShallow(elements, count, factor, results) }
    if scaling.isTame { return scaleTame(elements, count, factor, results) }
    scaleDeep(elements, count, scaling, factor, results)
  }

  /// The factor goes into the table; the last step alone rounds.
  @inlinable @inline(never)
  static func scaleShallow(
    _ elements: UnsafePointer<Float>, _ count: Int, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    let constants = PairScaling()
    let table = PairTable(times: factor * 0x1p452)
    let end = scaledShallow(Float.register(elements, count &- 16), constants, table)
    var index = 0
    while index &+ 16 <= count {
      prefetch(UnsafeRawPointer(results + (ahead(count) &+ index)))
      store(scaledShallow(Float.register(elements, index), constants, table), results, index)
      index &+= 16
    }
    if index < count { store(end, results, count &- 16) }
  }

  @inlinable @inline(__always)
  static func scaledShallow(
    _ x: ShortLanes, _ constants: borrowing PairScaling, _ table: borrowing PairTable
  ) -> ShortLanes {
    let (power, growth) = growth(x, constants, table, isTame: true, isRaised: false)
    return fused(power, growth, power)
  }

  /// The same for tame rows that are not shallow.
  @inlinable @inline(never)
  static func scaleTame(
    _ elements: UnsafePointer<Float>, _ count: Int, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    scaleDeep(elements, count, PairScaling(), factor, results, isTame: true)
  }

  /// The same for other rows.
  @inlinable @inline(never)
  static func scaleDeep(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    scaleDeep(elements, count, PairScaling(scaling), factor, results, isTame: false)
  }

  /// Results may be so small that what a product lacks is subnormal: binary64 takes it in.
  @inlinable @inline(__always)
  static func scaleDeep(
    _ elements: UnsafePointer<Float>, _ count: Int, _ constants: PairScaling, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>, isTame: Bool
  ) {
    let table = PairTable()
    let factors = Lanes(repeating: factor * 0x1p452)
    let last = Float.register(elements, count &- 16)
    let end = scaledDeep(last, constants, table, factors, isTame: isTame)
    var index = 0
    while index &+ 16 <= count {
      prefetch(UnsafeRawPointer(results + (ahead(count) &+ index)))
      let x = Float.register(elements, index)
      store(scaledDeep(x, constants, table, factors, isTame: isTame), results, index)
      index &+= 16
    }
    if index < count { store(end, results, count &- 16) }
  }

  @inlinable @inline(__always)
  static func scaledDeep(
    _ x: ShortLanes, _ constants: borrowing PairScaling, _ table: borrowing PairTable,
    _ factors: Lanes, isTame: Bool
  ) -> ShortLanes {
    let (power, growth) = growth(x, constants, table, isTame: isTame, isRaised: true)
    let high = fused(power, growth, power)
    return product(high, fused(power, growth, power - high), factors)
  }

  /// A number as two of binary32.
  @inlinable @inline(__always)
  static func pair(_ number: Double) -> (high: ShortLanes, low: ShortLanes) {
    let high = Float(number)
    return (ShortLanes(repeating: high), ShortLanes(repeating: Float(number - Double(high))))
  }

  /// Each pair times a factor; the last step alone rounds.
  @inlinable @inline(__always)
  static func scalePairs(
    _ summands: UnsafePointer<Double>, _ count: Int, _ scaling: RowScaling, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>
  ) {
    let firsts = UnsafeRawPointer(summands).assumingMemoryBound(to: Float.self)
    scaling.isShallow
      ? scalePairs(firsts, count, factor, results, isShallow: true)
      : scalePairs(firsts, count, factor, results, isShallow: false)
  }

  @inlinable @inline(__always)
  static func scalePairs(
    _ firsts: UnsafePointer<Float>, _ count: Int, _ factor: Double,
    _ results: UnsafeMutablePointer<Float>, isShallow: Bool
  ) {
    let factors = Lanes(repeating: factor * 0x1p452)
    let (first, second) = pair(factor * 0x1p452)
    @inline(__always) func result(_ index: Int) -> ShortLanes {
      let e = Float.register(firsts, index)
      let tail = Float.register(firsts, count &+ index)
      return isShallow
        ? fused(e, first, fused(e, second, tail * first)) : product(e, tail, factors)
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

/// Logits that are summed together, in whole registers.
@usableFromInline struct Stretch {
  @usableFromInline let elements: UnsafePointer<Float>
  @usableFromInline let length: Int
  /// How many of the row there are, and which of them the next stretch begins with.
  @usableFromInline let count: Int
  @usableFromInline let next: Int
  /// How many lanes another stretch has held: the last register may overlap those before it.
  @usableFromInline let old: Int
  /// How far ahead memory is asked for.
  @usableFromInline let ahead: Int
  /// Where e is stored.
  @usableFromInline let firsts: UnsafeMutablePointer<Float>?

  @inlinable @inline(__always)
  init(
    _ row: UnsafePointer<Float>, _ count: Int, from index: Int,
    into results: UnsafeMutablePointer<Double>?
  ) {
    let isLast = index &+ 16 > count
    let start = isLast ? count &- 16 : index
    let rest = (count &- start) & ~15
    length = rest < 2048 ? rest : 2048
    old = index &- start
    next = start &+ length
    elements = row + start
    self.count = count
    ahead = count < 2048 ? count : 2048
    firsts = results.map {
      UnsafeMutableRawPointer($0).assumingMemoryBound(to: Float.self) + start
    }
  }

  /// The lanes that another stretch has held.
  @inlinable @inline(__always)
  var isOld: SIMDMask<SIMD16<Int32>> {
    let lanes = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return lanes .< SIMD16(repeating: Int32(old))
  }
}
