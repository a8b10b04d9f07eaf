extension InstructionSet {
  /// The extreme elements.
  @inlinable @inline(__always)
  static func extremeElements<E: LaneElement>(
    of elements: UnsafePointer<E>, count: Int
  ) -> LaneExtremes {
    let width = E.Register.scalarCount
    let running = runningExtremes(of: elements, count: count)
    var extremes = LaneExtremes(
      least: E.least(running.least).lane, greatest: E.greatest(running.greatest).lane)
    var index = count &- count % width
    while index < count {
      extremes.add(LaneExtremes(least: elements[index].lane, greatest: elements[index].lane))
      index &+= 1
    }
    return extremes
  }

  /// The extremes over whole registers: four of each side by side, so that none waits for another.
  @inlinable @inline(__always)
  static func runningExtremes<E: LaneElement>(
    of elements: UnsafePointer<E>, count: Int
  ) -> RunningExtremes<E> {
    let width = E.Register.scalarCount
    let (none, all) = (E.Register(repeating: .infinity), E.Register(repeating: -.infinity))
    var (a, b, c, d) = (none, none, none, none)
    var (p, q, r, s) = (all, all, all, all)
    var index = 0
    while index &+ 4 &* width <= count {
      let (x, y) = (E.register(elements, index), E.register(elements, index &+ width))
      let z = E.register(elements, index &+ 2 &* width)
      let w = E.register(elements, index &+ 3 &* width)
      (a, b, c, d) = (E.lesser(x, a), E.lesser(y, b), E.lesser(z, c), E.lesser(w, d))
      (p, q, r, s) = (E.greater(x, p), E.greater(y, q), E.greater(z, r), E.greater(w, s))
      index &+= 4 &* width
    }
    while index &+ width <= count {
      a = E.lesser(E.register(elements, index), a)
      p = E.greater(E.register(elements, index), p)
      index &+= width
    }
    return RunningExtremes(
      E.lesser(E.lesser(a, b), E.lesser(c, d)), E.greater(E.greater(p, q), E.greater(r, s)))
  }

  /// The last elements as eight lanes: they overlap those before them, or −∞ fills up.
  @inlinable @inline(__always)
  static func last<E: LaneElement>(_ elements: UnsafePointer<E>, _ count: Int) -> Lanes {
    if count >= 8 { return E.load(elements, count &- 8) }
    var lanes = Lanes(repeating: -.infinity)
    for lane in 0..<count { lanes[lane &+ 8 &- count] = elements[lane].lane }
    return lanes
  }

  /// Stores the last lanes, except those that only fill up.
  @inlinable @inline(__always)
  static func storeLast<E: LaneElement>(
    _ lanes: Lanes, _ elements: UnsafeMutablePointer<E>, _ count: Int
  ) {
    if count >= 8 { return E.store(lanes, elements, count &- 8) }
    for lane in 0..<count { elements[lane] = E(lane: lanes[lane &+ 8 &- count]) }
  }

  /// The lanes that no vector before the last one has held.
  @inlinable @inline(__always)
  static func isNew(_ count: Int) -> SIMDMask<SIMD8<Int64>> {
    let lanes = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    return lanes .>= SIMD8(repeating: Int64(8 &- count & 7))
  }
}

extension InstructionSet {
  /// Σ e, whose form is chosen once for the row.
  @inlinable @inline(__always)
  static func sumOfExponentials<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>?, _ withoutMaxima: Bool
  ) -> LaneSums {
    if E.self == Float.self, !withoutMaxima, usesPairs(count, scaling) {
      let floats = UnsafeRawPointer(elements).assumingMemoryBound(to: Float.self)
      return pairedSum(floats, count, scaling, results)
    }
    guard scaling.isPlain else {
      return generalSum(elements, count, scaling, results, withoutMaxima)
    }
    if let results { return plainSum(elements, count, scaling, results) }
    return withoutMaxima
      ? plainSumWithoutMaxima(elements, count, scaling) : plainSum(elements, count, scaling)
  }

  @inlinable @inline(never)
  static func generalSum<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>?, _ withoutMaxima: Bool
  ) -> LaneSums {
    sum(elements, count, scaling, results, withoutMaxima: withoutMaxima, general: true)
  }

  @inlinable @inline(never)
  static func plainSum<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>
  ) -> LaneSums {
    sum(elements, count, scaling, results, withoutMaxima: false, general: false)
  }

  @inlinable @inline(never)
  static func plainSum<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling
  ) -> LaneSums {
    sum(elements, count, scaling, nil, withoutMaxima: false, general: false)
  }

  @inlinable @inline(never)
  static func plainSumWithoutMaxima<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling
  ) -> LaneSums {
    sum(elements, count, scaling, nil, withoutMaxima: true, general: false)
  }

  /// The one loop behind all forms of Σ e.
  ///
  /// For binary64 a running sum begins at 2^514, above every summand, so that what an addition loses
  /// is e − (s′ − s), exactly (Dekker 1971).
  @inlinable @inline(__always)
  static func sum<E: LaneElement>(
    _ elements: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>?, withoutMaxima: Bool, general: Bool
  ) -> LaneSums {
    let end = last(elements, count)
    let start = E.self == Double.self ? 0x1p514 : 0
    var running = Running(start: start)
    var index = 0
    while index &+ 8 <= count {
      prefetch(UnsafeRawPointer(elements + (ahead(count) &+ index)))
      let x = E.load(elements, index)
      let e = exponentials(E.self, x, scaling, general: general)
      if let results { Double.store(e, results, index) }
      running.add(
        e, at: x, scaling, isCompensated: E.self == Double.self, withoutMaxima: withoutMaxima)
      index &+= 8
    }
    if index < count {
      var e = exponentials(E.self, end, scaling, general: general)
      if let results { storeLast(e, results, count) }
      e.replace(with: 0, where: .!isNew(count))
      let x = end.replacing(with: -.infinity, where: .!isNew(count))
      running.add(
        e, at: x, scaling, isCompensated: E.self == Double.self, withoutMaxima: withoutMaxima)
    }
    return LaneSums(running.sums, tails: running.tails, start: start, counts: running.counts)
  }

  /// e of eight logits, masked ones included.
  @inlinable @inline(__always)
  static func exponentials<E: LaneElement>(
    _ type: E.Type, _ x: Lanes, _ scaling: borrowing RowScaling, general: Bool
  ) -> Lanes {
    let e = E.exponential(Self.self, raised(x, to: scaling.least), scaling, general: general)
    guard general else { return e }
    return e.replacing(with: 0, where: x .== Lanes(repeating: -.infinity))
  }
}

/// The extremes of a register's lanes over what was read; NaNs are left out.
///
/// It has no functions of its own: they would not carry the name of an instruction set.
@usableFromInline struct RunningExtremes<E: LaneElement> {
  @usableFromInline var least: E.Register
  @usableFromInline var greatest: E.Register

  @inlinable @inline(__always)
  init(_ least: E.Register, _ greatest: E.Register) {
    (self.least, self.greatest) = (least, greatest)
  }
}

/// Eight running sums, what their additions lost, and how many maxima were left out.
@usableFromInline struct Running {
  @usableFromInline var sums: Lanes
  @usableFromInline var tails: Lanes
  @usableFromInline var counts: Lanes

  @inlinable @inline(__always) init(start: Double) {
    sums = Lanes(repeating: start)
    (tails, counts) = (.zero, .zero)
  }

  @inlinable @inline(__always)
  mutating func add(
    _ e: Lanes, at x: Lanes, _ scaling: borrowing RowScaling, isCompensated: Bool,
    withoutMaxima: Bool
  ) {
    var e = e
    if withoutMaxima {
      let isGreatest = x .== Lanes(repeating: scaling.greatest)
      e.replace(with: 0, where: isGreatest)
      counts += Lanes.zero.replacing(with: 1, where: isGreatest)
    }
    let total = sums + e
    if isCompensated { tails += e - (total - sums) }
    sums = total
  }
}
