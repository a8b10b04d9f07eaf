import LogitKernel
import Testing

/// Every kernel against the exact one, on every instruction set of this machine.
@Suite struct VectorAccuracyTests {
  static let rows = HardRow.random + HardRow.hard

  /// The worst error over the rows, and where it is.
  private func worst<E: VectorElement>(
    _ kernel: VectorKernel, _ type: E.Type, _ rows: [HardRow],
    _ results: (KernelRow<E>) -> [E], _ truth: (LogitRow, Int) -> Double
  ) -> (error: Double, place: String) {
    var worst = (error: 0.0, place: "")
    for row in rows {
      let kernelRow = KernelRow<E>(row, kernel)
      let exact = kernelRow.exact
      for (index, result) in results(kernelRow).enumerated() {
        let expected = truth(exact, index)
        let error = ulps(result, from: expected)
        if error > worst.error {
          worst = (error, "\(row) [\(index)]: \(result), not \(expected)")
        }
      }
    }
    return worst
  }

  @Test(arguments: VectorKernel.available)
  func `softmax`(kernel: VectorKernel) {
    let single = worst(kernel, Float.self, Self.rows, { $0.softmax() }, { $0.probability(at: $1) })
    #expect(single.error <= 0.51, "\(single)")
    let double = worst(kernel, Double.self, Self.rows, { $0.softmax() }, { $0.probability(at: $1) })
    #expect(double.error <= 2.5, "\(double)")
  }

  @Test(arguments: VectorKernel.available)
  func `log-softmax`(kernel: VectorKernel) {
    let single = worst(
      kernel, Float.self, Self.rows, { $0.logSoftmax() }, { $0.logProbability(at: $1) })
    #expect(single.error <= 0.51, "\(single)")
    let double = worst(
      kernel, Double.self, Self.rows, { $0.logSoftmax() }, { $0.logProbability(at: $1) })
    #expect(double.error <= 2.5, "\(double)")
  }

  @Test(arguments: VectorKernel.available)
  func `the gradient of the loss`(kernel: VectorKernel) {
    for target in [0, 1] {
      let rows = Self.rows.filter { $0.logits.count > target }
      let truth = { (row: LogitRow, index: Int) in
        row.crossEntropyGradient(.index(target), at: index)
      }
      let single = worst(kernel, Float.self, rows, { $0.gradient(target: Int32(target)) }, truth)
      #expect(single.error <= 0.51, "\(single)")
      let double = worst(kernel, Double.self, rows, { $0.gradient(target: Int32(target)) }, truth)
      #expect(double.error <= 3.5, "\(double)")
    }
  }

  @Test(arguments: VectorKernel.available)
  func `cross-entropy`(kernel: VectorKernel) {
    for target in [0, 2] {
      for row in Self.rows where row.logits.count > target {
        let double = KernelRow<Double>(row, kernel)
        let error = ulps(
          double.crossEntropy(target: Int32(target)),
          from: double.exact.crossEntropy(.index(target)))
        #expect(error <= 2.5, "\(row), target \(target)")
        let single = KernelRow<Float>(row, kernel)
        let truth = single.exact.crossEntropy(.index(target))
        let loss = single.crossEntropy(target: Int32(target))
        #expect(loss == truth || abs(loss - truth) <= 0x1p-30 * truth, "\(row): \(loss), \(truth)")
      }
    }
  }

  @Test(arguments: VectorKernel.available)
  func `sigmoid`(kernel: VectorKernel) {
    let row = HardRow(
      description: "sigmoid",
      logits: (-800...800).map { Double($0) * 0.97 } + [
        0, 1e-300, -.infinity, .infinity, .nan, 2e9,
      ])
    let single = worst(
      kernel, Float.self, [row],
      { row in row.results { kernel.sigmoid($0, into: $1) } },
      { LogitKernel.sigmoid($0.logits[$1]) })
    #expect(single.error <= 0.51, "\(single)")
    let double = worst(
      kernel, Double.self, [row],
      { row in row.results { kernel.sigmoid($0, into: $1) } },
      { LogitKernel.sigmoid($0.logits[$1]) })
    #expect(double.error <= 2.5, "\(double)")
  }

  @Test(arguments: VectorKernel.available)
  func `a row of many blocks`(kernel: VectorKernel) {
    let single = KernelRow<Float>(VectorIndependenceTests.long, kernel)
    let double = KernelRow<Double>(VectorIndependenceTests.long, kernel)
    let (singleExact, doubleExact) = (single.exact, double.exact)
    let (singles, doubles) = (single.softmax(), double.softmax())
    let indices = Array(stride(from: 0, to: singles.count, by: 601)) + [singles.count - 1]
    for index in indices {
      #expect(ulps(singles[index], from: singleExact.probability(at: index)) <= 0.51, "\(index)")
      #expect(ulps(doubles[index], from: doubleExact.probability(at: index)) <= 2.5, "\(index)")
    }
  }
}
