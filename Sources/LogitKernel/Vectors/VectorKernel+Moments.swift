internal import LogitLanes
internal import RealModule

/// The sums over a row that the fit of a temperature needs, with z = x − max x and b = 1/T.
///
/// For the target class *t*, the loss is ln Σ e^(b·z) − b·z_t, its slope by b is the mean of z less
/// z_t, and its curvature the variance of z.
public struct VectorMoments: Sendable, Equatable {
  /// max x.
  public var greatest: Double
  /// Σ e^(b·z), at least 1.
  public var sum: Double
  /// Σ z·e^(b·z), at most 0.
  public var first: Double
  /// Σ z²·e^(b·z).
  public var second: Double

  /// Sums that say nothing, to be replaced.
  ///
  /// - Complexity: O(1).
  public init() { (greatest, sum, first, second) = (.nan, .nan, .nan, .nan) }

  init(greatest: Double, sum: Double, first: Double, second: Double) {
    (self.greatest, self.sum, self.first, self.second) = (greatest, sum, first, second)
  }
}

extension VectorKernel {
  /// The sums of e^(b·z), z·e^(b·z) and z²·e^(b·z) of each row, in one pass after that for the
  /// greatest logit.
  ///
  /// Masked logits have no part in the sums. All are NaN for a row with a NaN or +∞ or of masks
  /// alone.
  ///
  /// Error: relative 2^−32 for `Float` rows; for `Double` rows 2^−48, and more with the length: a
  /// 2^−54th for each eight logits at worst.
  ///
  /// - Precondition: b lies between 0 and 2^1000.
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  public func moments<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, rows: Int = 1, inverseTemperature: Double,
    into results: UnsafeMutableBufferPointer<VectorMoments>,
    run: BlockRunner = .inOrder
  ) {
    precondition(results.count == rows, "a result for each row")
    forRows(logits, rows, InverseTemperature(inverseTemperature), run) { row, start in
      results[start / row.count] = moments(of: row)
    }
  }

  /// The entropy of each row, −Σ p·ln p, in nats.
  ///
  /// A NaN makes it NaN, and so does any +∞ but a single one, which has entropy 0.
  ///
  /// Error: relative 2^−31 for `Float` rows, 2^−46 for `Double` rows.
  ///
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  public func entropy<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, rows: Int = 1, temperature: Double = 1,
    into results: UnsafeMutableBufferPointer<Double>, run: BlockRunner = .inOrder
  ) {
    precondition(results.count == rows, "a result for each row")
    results.update(repeating: 0)
    forRows(logits, rows, InverseTemperature(ofTemperature: temperature), run) { row, start in
      results[start / row.count] = entropy(of: row)
    }
  }

  private func moments<E: VectorElement>(of row: VectorRow<E>) -> VectorMoments {
    guard row.special() == nil else {
      return VectorMoments(greatest: row.greatest, sum: .nan, first: .nan, second: .nan)
    }
    let sums = Self.overBlocks(
      row.count, row.run, start: LaneMoments(),
      { moments(row.logits + $0, $1, row.scaling) }, join: { $0.add($1) })
    let unit = summit(E.self, row.scaling).sum
    return VectorMoments(
      greatest: row.greatest, sum: sums.sum / unit, first: sums.first / unit,
      second: sums.second / unit)
  }

  private func entropy<E: VectorElement>(of row: VectorRow<E>) -> Double {
    switch row.special() {
    case .certain?: return 0
    case .undefined?, .contested?: return .nan
    case nil:
      let moments = moments(of: row)
      return row.logarithm() - moments.first / moments.sum * row.scaling.inverse
    }
  }
}
