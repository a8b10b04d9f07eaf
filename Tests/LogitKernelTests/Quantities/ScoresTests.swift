import Foundation
import LogitKernel
import Testing

/// Brier score, margin, gap between the best two p, and their gradients.
@Suite struct ScoresTests {
  /// Logits, temperature, weights, and what 3000-bit arithmetic makes of them, rounded once.
  private static let fixtures = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/scores.txt").standardizedFileURL
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: " ").map { field in
        field == "-" ? nil : field.split(separator: ",").map { parseNumber($0) ?? .nan }
      }
    }
  }

  @Test func `every value is the true one, correctly rounded, bit for bit`() throws {
    let fixtures = try Self.fixtures.get()
    #expect(fixtures.count == 42)
    for fields in fixtures {
      let (logits, weights) = (try #require(fields[0]), try #require(fields[2]))
      let row = LogitRow(logits, temperature: try #require(fields[1]?.first))
      let target = LossTarget.distribution(weights)
      #expect([Quantity.brierScore(target).exact(of: row)] == fields[3], "\(fields)")
      #expect([Quantity.margin.exact(of: row)] == fields[5])
      #expect([Quantity.probabilityGap.exact(of: row)] == fields[7])
      let gradients: [(index: Int, quantity: (Int) -> Quantity)] = [
        (6, Quantity.marginGradient), (8, Quantity.probabilityGapGradient),
        (4, { .brierGradient(target, $0) }),
      ]
      for (place, quantity) in gradients {
        let values = logits.indices.map { quantity($0).exact(of: row) }
        // A kink has no derivative for the classes that tie.
        if let expected = fields[place] {
          #expect(values == expected, "\(fields)")
        } else {
          #expect(values.contains { $0.isNaN })
        }
      }
    }
  }

  @Test func `special values`() {
    let masked = LogitRow([1, -.infinity])
    #expect(masked.probabilityGap() == 1 && masked.brierScore(.index(1)) == 2)
    #expect((0..<2).allSatisfy { masked.brierGradient(.index(1), at: $0) == 0 })
    #expect(LogitRow([3, 3, 1]).probabilityGap() == 0 && LogitRow([5]).probabilityGap().isNaN)
    #expect(LogitRow([1, .nan]).brierScore(.index(0)).isNaN)
    #expect(LogitRow([]).brierScore(.index(0)).isNaN)
    #expect(LogitRow([1, 2, 0], temperature: 0).probabilityGap() == 1)
    let hot = LogitRow([1, 2], temperature: .infinity)
    #expect(hot.brierScore(.index(0)) == 0.5 && hot.brierGradient(.index(0), at: 1) == 0)
    #expect(hot.marginGradient(at: 0) == 0)
  }

  @Test(arguments: Algorithm.all)
  func `emulated in binary64 they are nearly the true ones`(algorithm: Algorithm) {
    let logits = [1.5, -0.25, 2, 0.125]
    let settings = EmulationSettings(storage: .binary64, algorithm: algorithm)
    for temperature in [1, 2, -0.5] {
      let row = LogitRow(logits, temperature: temperature)
      let run = EmulatedRow(logits, temperature: temperature, settings: settings)
      let target = LossTarget.distribution([0.5, 0, 0.25, 0.25])
      var quantities: [Quantity] = [.brierScore(target), .margin, .probabilityGap]
      for index in logits.indices {
        quantities += [.brierGradient(target, index), .marginGradient(index)]
        quantities.append(.probabilityGapGradient(index))
      }
      for quantity in quantities {
        let (value, truth) = (quantity.emulated(in: run).value, quantity.exact(of: row))
        #expect(abs(value - truth) < 1e-14, "\(quantity), T = \(temperature)")
        #expect(row.ulpError(of: truth, for: quantity, in: .binary64) <= 0.5)
      }
    }
  }
}
