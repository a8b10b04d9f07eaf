extension InstructionSet {
  /// The greatest element: four registers of maxima side by side, so that none waits for another.
  @inlinable @inline(__always)
  static func greatestElement<E: LaneElement>(of elements: UnsafePointer<E>, count: Int) -> Double {
    let width = E.Register.scalarCount
    let lowest = E.Register(repeating: -.infinity)
    var (a, b, c, d) = (lowest, lowest, lowest, lowest)
    var index = 0
    while index &+ 4 &* width <= count {
      a = E.greater(E.register(elements, index), a)
      b = E.greater(E.register(elements, index &+ width), b)
      c = E.greater(E.register(elements, index &+ 2 &* width), c)
      d = E.greater(E.register(elements, index &+ 3 &* width), d)
      index &+= 4 &* width
    }
    while index &+ width <= count {
      a = E.greater(E.register(elements, index), a)
      index &+= width
    }
    a = E.greater(E.greater(a, b), E.greater(c, d))
    var greatest = -E.infinity
    for lane in 0..<width where greatest < a[lane] { greatest = a[lane] }
    while index < count {
      if greatest < elements[index] { greatest = elements[index] }
      index &+= 1
    }
    return greatest.lane
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
      guard let results else { return plainPairedSum(floats, count, scaling) }
      return plainPairedSum(floats, count, scaling, results)
    }
    guard scaling.isPlain else {
      return generalSum(elements, count, scaling, results, withoutMaxima)
    }
    if let results { return plainSum(elements, count, scaling, results) }
    return withoutMaxima
      ? plainSumWithoutMaxima(elements, count, scaling) : plainSum(elements, count, scaling)
  }

  @inlinable @inline(never)
  static func plainPairedSum(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling,
    _ results: UnsafeMutablePointer<Double>
  ) -> LaneSums {
    pairedSum(elements, count, scaling, results)
  }

  @inlinable @inline(never)
  static func plainPairedSum(
    _ elements: UnsafePointer<Float>, _ count: Int, _ scaling: RowScaling
  ) -> LaneSums {
    pairedSum(elements, count, scaling, nil)
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
