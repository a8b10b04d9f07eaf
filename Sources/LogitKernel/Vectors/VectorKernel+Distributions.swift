internal import LogitLanes

extension VectorKernel {
  /// The probabilities of each row, pᵢ = e^(xᵢ/T)/Σ e^(x/T).
  ///
  /// Rows of equal length lie one after another. A NaN makes its row NaN; a logit −∞ is a mask, p = 0;
  /// one +∞ has p = 1, of several each has NaN, and the others have 0; a row of more than one class,
  /// all −∞, is NaN.
  ///
  /// Error: `Float` at most 0.51 ulp where p is not subnormal, `Double` at most 2.5 ulp.
  ///
  /// - Parameters:
  ///   - logits: Rows of equal length.
  ///   - rows: Their number, which divides the number of logits.
  ///   - temperature: From 2^−1000 to 2^1000.
  ///   - results: As many numbers as there are logits; may be the logits themselves.
  ///   - scratch: For `Float`, room for a row; for `Double` not used.
  ///   - run: Works through the blocks of rows longer than ``blockLength``.
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  @specialized(where E == Float)
  @specialized(where E == Double)
  public func softmax<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, rows: Int = 1, temperature: Double = 1,
    into results: UnsafeMutableBufferPointer<E>, scratch: UnsafeMutableBufferPointer<Double>,
    run: BlockRunner = .inOrder
  ) {
    precondition(results.count == logits.count, "as many results as logits")
    guard let first = results.baseAddress else { return }
    let columns = logits.count / max(rows, 1)
    let isShort = E.self == Float.self && columns <= Self.shortRow && scratch.count >= columns
    forRows(
      logits, rows, InverseTemperature(ofTemperature: temperature), run,
      summands: isShort ? scratch.baseAddress : nil
    ) { row, start in
      let target = first + start
      if let special = row.special() {
        return row.fill(target, for: special, certain: 1, impossible: 0)
      }
      let summands = self.summands(of: row, results: target, scratch: scratch)
      let isAnew = computesAnew(row)
      let factor = row.factor(of: row.sums(into: isAnew ? nil : summands))
      Self.forBlocks(row.count, run) { start, length in
        if isAnew {
          if scaleAnew(row, start, length, by: factor.value, into: target + start) { return }
          _ = exponentials(
            row.logits + start, length, row.scaling, into: summands + start, withoutMaxima: false)
        }
        scale(summands + start, length, row.scaling, by: factor, into: target + start)
      }
    }
  }

  /// The logarithms of the probabilities of each row, ln pᵢ = xᵢ/T − ln Σ e^(x/T), in nats.
  ///
  /// Special values as for ``softmax(_:rows:temperature:into:scratch:run:)``, with ln 0 = −∞.
  ///
  /// Error: `Float` at most 0.51 ulp where ln p is not subnormal, `Double` at most 2.5 ulp; also where
  /// p is close to 1 and ln p is tiny.
  ///
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  @specialized(where E == Float)
  @specialized(where E == Double)
  public func logSoftmax<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, rows: Int = 1, temperature: Double = 1,
    into results: UnsafeMutableBufferPointer<E>, run: BlockRunner = .inOrder
  ) {
    precondition(results.count == logits.count, "as many results as logits")
    guard let first = results.baseAddress else { return }
    forRows(logits, rows, InverseTemperature(ofTemperature: temperature), run) { row, start in
      let target = first + start
      if let special = row.special() {
        return row.fill(target, for: special, certain: 0, impossible: -.infinity)
      }
      let logarithm = row.logarithm()
      Self.forBlocks(row.count, run) { start, length in
        logProbabilities(
          row.logits + start, length, row.scaling, logarithm, into: target + start)
      }
    }
  }

  /// The logistic function of each number, σ(x) = 1/(1 + e^−x); NaN for NaN.
  ///
  /// Error: `Float` at most 0.51 ulp where σ is not subnormal, `Double` at most 2.5 ulp.
  ///
  /// - Complexity: O(*n*), without allocation.
  public func sigmoid<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, into results: UnsafeMutableBufferPointer<E>,
    run: BlockRunner = .inOrder
  ) {
    precondition(results.count == logits.count, "as many results as logits")
    guard let source = logits.baseAddress, let target = results.baseAddress else { return }
    Self.forBlocks(logits.count, run) { sigmoids(source + $0, $1, into: target + $0) }
  }

  /// Calls the work for each row, with where it starts.
  func forRows<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, _ rows: Int, _ inverse: InverseTemperature,
    _ run: BlockRunner, summands: UnsafeMutablePointer<Double>? = nil,
    _ work: (_ row: VectorRow<E>, _ start: Int) -> Void
  ) {
    precondition(rows > 0 && logits.count % rows == 0, "rows of equal length")
    guard let source = logits.baseAddress, !logits.isEmpty else { return }
    let columns = logits.count / rows
    for start in stride(from: 0, to: logits.count, by: columns) {
      work(VectorRow(self, source + start, columns, inverse, run, summands: summands), start)
    }
  }

  /// Where the exponentials of a row are kept: in the results, if these have their type.
  func summands<E: VectorElement>(
    of row: VectorRow<E>, results: UnsafeMutablePointer<E>,
    scratch: UnsafeMutableBufferPointer<Double>
  ) -> UnsafeMutablePointer<Double> {
    if E.self == Double.self {
      return UnsafeMutableRawPointer(results).assumingMemoryBound(to: Double.self)
    }
    guard let room = scratch.baseAddress, scratch.count >= row.count else {
      preconditionFailure("room for a row")
    }
    return room
  }
}
