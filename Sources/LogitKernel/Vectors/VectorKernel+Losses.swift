internal import LogitLanes

extension VectorKernel {
  /// The log-sum-exp of each row, ln Σ e^(x/T), in nats.
  ///
  /// A NaN makes it NaN, one +∞ makes it +∞, a row of masks −∞.
  ///
  /// Error: `Float` rows within 2^−44 of the greater of |max x|/T and ln *n*, `Double` rows within
  /// 2^−50 of it.
  ///
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  public func logSumExp<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, rows: Int = 1, temperature: Double = 1,
    into results: UnsafeMutableBufferPointer<Double>, run: BlockRunner = .inOrder
  ) {
    precondition(results.count == rows, "a result for each row")
    results.update(repeating: -.infinity)
    forRows(logits, rows, InverseTemperature(ofTemperature: temperature), run) { row, start in
      let scaling = row.scaling
      let index = start / row.count
      if row.special() != nil {
        let hasNaN = (0..<row.count).contains { row.logits[$0].isNaN }
        results[index] = hasNaN ? .nan : row.greatest
      } else {
        results[index] = row.greatest.fused(
          times: scaling.inverse,
          plus: row.greatest.fused(times: scaling.inverseTail, plus: row.logarithm()))
      }
    }
  }

  /// The loss −ln p of the target class of each row, in nats.
  ///
  /// Error: at most 2.5 ulp for `Double` rows; 2^−30 of the loss for `Float` rows. A target that is
  /// masked costs +∞.
  ///
  /// - Precondition: There is a target for each row, and each names a class.
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  @specialized(where E == Float)
  @specialized(where E == Double)
  public func crossEntropy<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, targets: UnsafeBufferPointer<Int32>,
    temperature: Double = 1, into losses: UnsafeMutableBufferPointer<Double>,
    run: BlockRunner = .inOrder
  ) {
    precondition(losses.count == targets.count, "a loss for each row")
    forRows(logits, targets.count, InverseTemperature(ofTemperature: temperature), run) {
      row, start in
      let index = start / row.count
      losses[index] = loss(of: row, target: Int(targets[index]))
    }
  }

  private func loss<E: VectorElement>(of row: VectorRow<E>, target: Int) -> Double {
    precondition((0..<row.count).contains(target), "a target is a class")
    switch row.special() {
    case nil: return row.logarithm() + row.depth(of: target)
    case .undefined: return .nan
    case .certain(let only): return only == target ? 0 : .infinity
    case .contested: return Double(row.logits[target]) == row.greatest ? .nan : .infinity
    }
  }

  /// The gradient of each row's loss with respect to its logits, (p − q)/T, where q is 1 for the
  /// target class and 0 for the others.
  ///
  /// Special values as those of p. Error as that of softmax, and one rounding more for T ≠ 1.
  ///
  /// - Precondition: There is a target for each row, and each names a class.
  /// - Complexity: O(*n*), and no allocation for rows that are not longer than a block.
  public func crossEntropyGradient<E: VectorElement>(
    _ logits: UnsafeBufferPointer<E>, targets: UnsafeBufferPointer<Int32>,
    temperature: Double = 1, into gradient: UnsafeMutableBufferPointer<E>,
    scratch: UnsafeMutableBufferPointer<Double>, run: BlockRunner = .inOrder
  ) {
    precondition(gradient.count == logits.count, "as many results as logits")
    guard let first = gradient.baseAddress else { return }
    forRows(logits, targets.count, InverseTemperature(ofTemperature: temperature), run) {
      row, start in
      let index = Int(targets[start / row.count])
      precondition((0..<row.count).contains(index), "a target is a class")
      let target = first + start
      let inverse = row.scaling.inverse
      if let special = row.special() {
        row.fill(target, for: special, certain: E(inverse), impossible: 0)
        return target[index] -= E(inverse)
      }
      let others = row.others(than: index)
      let summands = self.summands(of: row, results: target, scratch: scratch)
      let sums = row.sums(into: summands)
      let share = row.quotient(row.summand(of: index), sums)
      let rest = others.map { row.quotient($0, sums) } ?? (1 - share)
      let factor = row.factor(of: sums, weight: inverse)
      Self.forBlocks(row.count, run) { start, length in
        scale(summands + start, length, row.scaling, by: factor, into: target + start)
      }
      target[index] = E(-rest * inverse)
    }
  }
}

extension VectorRow {
  /// Σ e without a class, if that holds more than half of it; 1 − p would lose digits then.
  fileprivate func others(than index: Int) -> LaneSums? {
    guard Double(logits[index]) == greatest else { return nil }
    let rest = sums(withoutMaxima: true)
    return rest.maxima == 1 && rest.sum < kernel.summit(E.self, scaling).sum ? rest : nil
  }
}
