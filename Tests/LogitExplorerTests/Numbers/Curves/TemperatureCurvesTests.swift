import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct TemperatureCurvesTests {
  private func curves(
    _ logits: [Double], temperature: Double = 1, selection: Int = 0, classCount: Int = 7
  ) -> TemperatureCurves {
    TemperatureCurves(
      LogitRow(logits, temperature: temperature), selection: selection, classCount: classCount,
      pointCount: 41)
  }

  @Test func `the point at T = 1 has the flowers' probabilities`() {
    let curves = curves([2, 1, 0.1])
    #expect(curves.fractions[20] == 0.5)
    for (curve, expected) in zip(curves.probabilities, [0.659001, 0.242433, 0.098566]) {
      #expect(abs(curve[20] - expected) < 1e-6)
    }
    #expect(abs(curves.entropyShares[20] - 0.846738 / 1.098612) < 1e-6)
  }

  @Test func `at the cold end one class has everything, at the hot end all have their share`() {
    let curves = curves([2, 1, 0.1])
    #expect(curves.probabilities[0][0] == 1)
    #expect(abs(curves.probabilities[2][40] - 1.0 / 3) < 0.01)
    #expect(curves.entropyShares[0] < 1e-10)
    #expect(curves.entropyShares[40] > 0.999)
  }

  @Test func `below zero the least logit is the first curve`() {
    let curves = curves([2, 1, 0.1], temperature: -1)
    #expect(curves.classes == [2, 1, 0])
    #expect(abs(curves.probabilities[0][20] - 0.642616) < 1e-6)
  }

  @Test func `fifty classes give seven curves, the selected one among them`() {
    let logits = (0..<50).map { Double(($0 * 7) % 50) / 10 }
    let curves = curves(logits, selection: 0)
    #expect(curves.classes == [7, 14, 21, 28, 35, 42, 0])
  }

  @Test func `the selected class stands in its order, and one curve is its own`() {
    #expect(curves([0, 3, 1, 2], selection: 2, classCount: 3).classes == [1, 3, 2])
    #expect(curves([0, 3, 1, 2], selection: 0, classCount: 1).classes == [0])
  }

  @Test func `a masked class stays at 0 and does not count in the greatest entropy`() {
    let curves = curves([1, 0, -.infinity])
    #expect(curves.probabilities[2].allSatisfy { $0 == 0 })
    #expect(abs(curves.entropyShares[40] - 1) < 1e-3)
  }

  @Test func `an infinite logit has it all at every temperature, two of them no number`() {
    #expect(curves([.infinity, 0]).probabilities == Array(repeating: 1, count: 41).oneHot)
    #expect(curves([.infinity, .infinity]).probabilities[0].allSatisfy { $0.isNaN })
    #expect(curves([.nan, 0]).entropyShares.allSatisfy { $0.isNaN })
  }

  @Test func `huge logits keep their order all along the axis`() {
    let curves = curves([1e308, -1e308, 0])
    #expect(curves.classes == [0, 2, 1])
    #expect(curves.probabilities[0][0] == 1)
    #expect(curves.probabilities.allSatisfy { $0.allSatisfy { $0.isFinite } })
  }

  @Test func `a long row is sampled at fewer places`() {
    let row = LogitRow((0..<100_001).map { $0 == 777 ? 12 : Double($0 % 10) })
    let curves = TemperatureCurves(row, selection: 0, classCount: 4, pointCount: 100)
    #expect(curves.classes == [777, 9, 19, 0])
    #expect(curves.fractions.count == 64)
    #expect(curves.fractions.last == 1)
  }
}

extension [Double] {
  /// The curve of a class that has everything, and that of one that has nothing.
  fileprivate var oneHot: [[Double]] { [self, map { 1 - $0 }] }
}
