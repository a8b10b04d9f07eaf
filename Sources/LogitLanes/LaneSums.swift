/// The least and the greatest of some elements, NaNs left out.
public struct LaneExtremes: Equatable, Sendable {
  /// ∞ if there are none.
  public var least: Double
  /// −∞ if there are none.
  public var greatest: Double

  /// Extremes; those of nothing, if none are given.
  @inlinable public init(least: Double = .infinity, greatest: Double = -.infinity) {
    (self.least, self.greatest) = (least, greatest)
  }

  /// The extremes of these elements and others.
  @inlinable public mutating func add(_ other: LaneExtremes) {
    if other.least < least { least = other.least }
    if other.greatest > greatest { greatest = other.greatest }
  }
}

/// What one pass over a piece of a row finds.
public struct LaneSurvey: Sendable {
  /// The least and the greatest logit.
  public var extremes: LaneExtremes
  /// Σ e with the scaling of tame rows, if there are sums.
  public var sums: LaneSums
  /// Whether there are sums: no logit is above 45.
  public var hasSums: Bool

  /// A survey; that of nothing, if nothing is given.
  @inlinable public init(
    extremes: LaneExtremes = LaneExtremes(), sums: LaneSums = LaneSums(), hasSums: Bool = true
  ) {
    (self.extremes, self.sums, self.hasSums) = (extremes, sums, hasSums)
  }

  /// The survey of this piece and the next one.
  @inlinable public mutating func add(_ other: LaneSurvey) {
    extremes.add(other.extremes)
    sums.add(other.sums)
    hasSums = hasSums && other.hasSums
  }

  /// Whether the row is tame, so that its sums hold.
  @inlinable public var isTame: Bool { hasSums && extremes.greatest >= -19 }
}

/// Sums over a piece of a row, with e = e^(x/T − M·ln 2)·2^512.
public struct LaneSums: Sendable {
  /// Σ e, as a number and what it lacks.
  public var sum: Double, sumTail: Double
  /// How many logits are the greatest, where they were left out of the sum.
  public var maxima: Int

  /// Sums.
  @inlinable public init(sum: Double = 0, sumTail: Double = 0, maxima: Int = 0) {
    (self.sum, self.sumTail, self.maxima) = (sum, sumTail, maxima)
  }

  /// The sums over this piece and the next one.
  @inlinable public mutating func add(_ other: LaneSums) {
    let total = sum + other.sum
    let back = total - sum
    sumTail += other.sumTail + ((sum - (total - back)) + (other.sum - back))
    sum = total
    maxima &+= other.maxima
  }

  /// Σ e over eight lanes of running sums that began at some number, which is taken off.
  @inlinable @inline(__always)
  init(_ sums: Lanes, tails: Lanes, start: Double, counts: Lanes) {
    self.init()
    for lane in 0..<8 {
      add(LaneSums(sum: sums[lane] - start, sumTail: tails[lane], maxima: Int(counts[lane])))
    }
  }
}

/// Sums over a piece of a row, with z = x − max x and e = e^(z/T − …)·2^512.
public struct LaneMoments: Sendable {
  /// Σ e, Σ e·z and Σ e·z².
  public var sum: Double, first: Double, second: Double

  /// Sums.
  @inlinable public init(sum: Double = 0, first: Double = 0, second: Double = 0) {
    (self.sum, self.first, self.second) = (sum, first, second)
  }

  /// The sums over this piece and the next one.
  @inlinable public mutating func add(_ other: LaneMoments) {
    sum += other.sum
    first += other.first
    second += other.second
  }
}
