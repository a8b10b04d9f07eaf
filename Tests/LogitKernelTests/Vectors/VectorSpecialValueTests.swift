import LogitKernel
import Testing

/// NaN, masks and infinities come out as from the exact kernel.
@Suite struct VectorSpecialValueTests {
  private static let infinity = Double.infinity

  private static let rows: [HardRow] = [
    [.nan], [infinity], [-infinity], [7], [.nan, 1], [1, .nan, -infinity], [infinity, .nan],
    [infinity, 1, -infinity], [infinity, infinity, 1], [-infinity, -infinity], [-infinity, 2],
    [1, 2, 3, 4, 5, 6, 7, 8, .nan], [Double](repeating: -infinity, count: 20),
    [Double](repeating: 1, count: 40) + [infinity], [Double](repeating: -infinity, count: 33) + [1],
    [Double(nan: 0x7a2, signaling: false)] + [Double](repeating: 1, count: 30),
  ].flatMap { logits in
    [1, 0.25].map { HardRow(description: "\(logits)", logits: logits, temperature: $0) }
  }

  @Test(arguments: VectorKernel.available)
  func `special values follow the limits`(kernel: VectorKernel) {
    for row in Self.rows {
      check(KernelRow<Double>(row, kernel), "\(row)")
      check(KernelRow<Float>(row, kernel), "\(row)")
    }
  }

  private func check<E: VectorElement>(_ row: KernelRow<E>, _ name: String) {
    let exact = row.exact
    let classes = row.logits.indices
    func same(_ results: [E], _ truth: (Int) -> Double) -> Bool {
      zip(results, classes).allSatisfy { ulps($0, from: truth($1)) <= 2.5 }
    }
    #expect(same(row.softmax()) { exact.probability(at: $0) }, "\(name) \(row.softmax())")
    #expect(same(row.logSoftmax()) { exact.logProbability(at: $0) }, "\(name)")
    for target in classes {
      let gradient = row.gradient(target: Int32(target))
      #expect(
        same(gradient) { exact.crossEntropyGradient(.index(target), at: $0) }, "\(name) \(gradient)"
      )
      let loss = row.crossEntropy(target: Int32(target))
      let trueLoss = exact.crossEntropy(.index(target))
      #expect(ulps(E(loss), from: trueLoss) <= 2.5, "\(name) \(target): \(loss), not \(trueLoss)")
    }
    let sum = row.number { row.kernel.logSumExp($0, temperature: row.temperature, into: $1) }
    #expect(ulps(E(sum), from: exact.logSumExp()) <= 2.5, "\(name): \(sum)")
    let entropy = row.number { row.kernel.entropy($0, temperature: row.temperature, into: $1) }
    #expect(ulps(E(entropy), from: exact.entropy()) <= 2.5, "\(name): \(entropy)")
  }

  @Test(arguments: VectorKernel.available)
  func `the sums for a fit are those of their definition`(kernel: VectorKernel) {
    let logits = HardRow.random[68].logits
    for b in [0, 0.3, 1, 40] {
      var moments = [VectorMoments()]
      moments.withUnsafeMutableBufferPointer { moments in
        logits.withUnsafeBufferPointer {
          kernel.moments($0, inverseTemperature: b, into: moments)
        }
      }
      let greatest = logits.max()!
      let z = logits.map { $0 - greatest }
      // e^(b·z) from the exact kernel.
      let terms = z.map { exponential(b * $0) }
      let first = zip(terms, z).reduce(0) { $0 + $1.0 * $1.1 }
      let second = zip(terms, z).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
      #expect(moments[0].greatest == greatest)
      #expect(abs(moments[0].sum - terms.reduce(0, +)) <= 0x1p-44 * moments[0].sum)
      #expect(abs(moments[0].first - first) <= 0x1p-44 * max(1, abs(first)))
      #expect(abs(moments[0].second - second) <= 0x1p-44 * max(1, second))
    }
  }
}
