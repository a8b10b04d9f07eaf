import LogitKernel
import TestSupport
import Testing

@testable import LogitExplorer

@Suite struct LossCurveTests {
  private func curve(
    _ logits: [Double], _ target: LossTarget = .index(0), selection: Int = 0,
    temperature: Double = 1
  ) -> LossCurve {
    LossCurve(
      LogitRow(logits, temperature: temperature), selection: selection,
      kind: .crossEntropy(target), pointCount: 81)
  }

  @Test(arguments: [1.0, 0.5, -2]) func `a soft target's curve is its loss`(temperature: Double) {
    var bits = SeededBits(state: 11)
    let logits = (0..<300).map { _ in Double.random(in: -4...4, using: &bits) }
    // They do not add up to 1.
    let target = LossTarget.distribution(
      (0..<300).map { _ in Double.random(in: 0...1, using: &bits) })
    for start in [3.0, -.infinity] {
      var moved = logits
      moved[7] = start
      let line = curve(moved, target, selection: 7, temperature: temperature)
      for place in stride(from: 0, to: 81, by: 8) {
        moved[7] = line.logits[place]
        let loss = LogitRow(moved, temperature: temperature).crossEntropy(target)
        #expect(abs(line.losses[place] - loss) < 1e-9 * abs(loss))
      }
    }
  }

  @Test func `the flowers stand at loss 0·417030 with slope −0·340999`() throws {
    let present = try #require(curve([2, 1, 0.1]).present)
    #expect(present.logit == 2)
    #expect(abs(present.loss - 0.417030) < 1e-6)
    #expect(abs(present.slope + 0.340999) < 1e-6)
    #expect(abs(present.tangent(at: 3) - (0.417030 - 0.340999)) < 1e-6)
  }

  @Test func `the right class's loss falls along its logit and every other's rises`() {
    let falling = curve([2, 1, 0.1]).losses
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 > $1 })
    let rising = curve([2, 1, 0.1], selection: 2).losses
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `with label smoothing the loss has its least inside of the range`() throws {
    let losses = curve([2, 1, 0.1], .index(0, labelSmoothing: 0.3)).losses
    let least = try #require(losses.min())
    #expect(least < losses[0])
    #expect(least < losses[80])
  }

  @Test func `the range holds the present logit and where the class is as likely as the rest`() {
    let near = curve([2, 1, 0.1])
    #expect(near.logits[0] < -4 && near.logits[80] > 7)
    let far = curve([1000, 0], .index(1))
    #expect(far.logits[0] < -5 && far.logits[80] > 1001)
    #expect(far.present?.loss == 1000)
    #expect(far.present?.slope == 1)
  }

  @Test func `the temperature widens the range and flattens the slope`() throws {
    let warm = curve([2, 1, 0.1], temperature: 10)
    #expect(warm.logits[80] - warm.logits[0] == 120)
    let present = try #require(warm.present)
    #expect(present.slope > -0.07)
  }

  @Test func `a masked class has no point, and an infinite loss has none`() {
    #expect(curve([2, 1, -.infinity], selection: 2).present == nil)
    #expect(curve([2, 1, -.infinity], .index(2)).present == nil)
    #expect(curve([2, 1, -.infinity], .index(2)).losses.allSatisfy { $0 == .infinity })
  }

  @Test func `one class alone costs nothing wherever its logit is`() {
    #expect(curve([5]).losses.allSatisfy { $0 == 0 })
  }

  @Test func `a question by itself is centred on 0 and does not see the other logits`() throws {
    let curve = LossCurve(
      LogitRow([2, .nan, 0.1]), selection: 0, kind: .binary(0), pointCount: 81)
    #expect(curve.logits[0] == -6 && curve.logits[80] == 6)
    #expect(abs(curve.losses[40] - 0.693147) < 1e-6)
    let present = try #require(curve.present)
    #expect(abs(present.slope - 0.880797) < 1e-6)
  }

  @Test func `logits at the end of the number line give finite, distinct places`() {
    let rows: [[Double]] = [[1e308, -1e308], [-1e308, 1e308], [1e300, 1e300], [0x1p-1074, 0]]
    for logits in rows {
      for temperature in [0, 1, -1, 1e308, Double.infinity] {
        let places = curve(logits, temperature: temperature).logits
        #expect(places.allSatisfy { $0.isFinite })
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }
}

@Suite struct LossCurveValueTests {
  @Test(arguments: [-3, 0.5, 1, 20])
  func `the curve agrees with the exact loss at every place`(temperature: Double) {
    let row = LogitRow([2, 1, 0.1, temperature < 0 ? 4 : -.infinity], temperature: temperature)
    let targets: [LossTarget] = [
      .index(0), .index(1, labelSmoothing: 0), .distribution([0.5, 2, 0.25, 0]),
    ]
    for target in targets {
      for selection in 0..<3 {
        let curve = LossCurve(
          row, selection: selection, kind: .crossEntropy(target), pointCount: 31)
        for (logit, loss) in zip(curve.logits, curve.losses) {
          var moved = row.logits
          moved[selection] = logit
          let exact = LogitRow(moved, temperature: row.temperature).crossEntropy(target)
          #expect(abs(loss - exact) < 1e-9)
        }
      }
    }
  }
}
