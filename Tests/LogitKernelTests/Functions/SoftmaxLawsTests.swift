import LogitKernel
import TestSupport
import Testing

@Suite struct SoftmaxLawsTests {
  /// Rows of multiples of 2⁻²⁰ below 2⁵, to which shifts and scalings are exact.
  private static let rows: [[Double]] = {
    var bits = SeededBits(state: 5)
    return (0..<60).map { index in
      (0..<(2 + index % 9)).map { _ in Double(Int(bits.next() >> 39) - (1 << 24)) * 0x1p-20 }
    }
  }()

  @Test func `adding a constant to all logits changes no probability`() {
    for row in Self.rows {
      #expect(softmax(row.map { $0 + 1024 }) == softmax(row))
      #expect(logSoftmax(row.map { $0 - 3.5 }) == logSoftmax(row))
    }
  }

  @Test func `the order of the classes does not matter`() {
    for row in Self.rows {
      #expect(softmax(row.reversed()) == softmax(row).reversed())
      #expect(logSumExp(row.reversed()) == logSumExp(row))
      #expect(entropy(row.reversed()) == entropy(row))
    }
  }

  @Test func `probabilities sum to 1 but for their roundings`() {
    for row in Self.rows {
      let sum = softmax(row).reduce(0, +)
      #expect(abs(sum - 1) <= Double(row.count) * 0x1p-53)
    }
  }

  @Test func `two classes are a sigmoid of their difference`() {
    for row in Self.rows {
      let pair = Array(row.prefix(2))
      let p = softmax(pair)
      #expect(p[0] == sigmoid(pair[0] - pair[1]))
      #expect(p[1] == sigmoidComplement(pair[0] - pair[1]))
      #expect(logSoftmax(pair)[0] == logSigmoid(pair[0] - pair[1]))
      #expect(LogitRow(pair).logOdds(at: 0) == pair[0] - pair[1])
    }
  }

  @Test func `the gradient of a normalised target sums to 0 but for its roundings`() {
    for row in Self.rows {
      let gradient = crossEntropyGradient(row, .index(1))
      #expect(abs(gradient.reduce(0, +)) <= Double(row.count) * 0x1p-53)
      #expect(gradient[0] == softmax(row)[0])
    }
  }

  @Test func `the cross-entropy of a class is its −ln p`() {
    for row in Self.rows {
      for index in row.indices {
        #expect(crossEntropy(row, .index(index)) == -logSoftmax(row)[index])
      }
    }
  }

  @Test func `a temperature divides: scaling logits and temperature together changes nothing`() {
    for row in Self.rows {
      #expect(softmax(row.map { $0 * 3 }, temperature: 3) == softmax(row))
      #expect(softmax(row.map { $0 * 0.5 }, temperature: 0.5) == softmax(row))
      #expect(entropy(row.map { -$0 }, temperature: -1) == entropy(row))
    }
  }

  @Test(arguments: NumberFormat.all)
  func `equal logits share the mass equally`(format: NumberFormat) {
    #expect(softmax([7, 7, 7, 7], in: format) == [0.25, 0.25, 0.25, 0.25])
  }
}
