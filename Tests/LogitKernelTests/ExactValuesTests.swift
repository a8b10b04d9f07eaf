import LogitKernel
import Testing

@Suite struct ExactValuesTests {
  private static let fixtures = Result { try Fixture.load("exact.jsonl") }

  @Test(arguments: [
    "softmax", "log_softmax", "logsumexp", "entropy", "perplexity", "complement", "log_odds", "kl",
    "cross_entropy", "cross_entropy_grad", "sigmoid", "log_sigmoid", "softplus", "logit",
    "bce_with_logits", "bce_with_logits_grad", "round",
  ])
  func `every value is the true one, correctly rounded, bit for bit`(function: String) throws {
    let fixtures = try Self.fixtures.get().filter { $0.function == function }
    #expect(fixtures.count > 30)
    for fixture in fixtures {
      let format = try #require(fixture.format)
      let expected = Fixture.numbers(fixture.value)
      let actual = try #require(values(of: fixture, in: format))
      let agree =
        actual.count == expected.count
        && zip(actual, expected).allSatisfy { isSame($0, $1) }
      #expect(agree, "\(fixture): got \(actual.map { hexText($0, trimmed: true) })")
    }
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
  }

  private func values(of fixture: Fixture, in format: NumberFormat) -> [Double]? {
    let logits = Fixture.numbers(fixture.logits)
    let temperature = fixture.temperature.flatMap { parseNumber($0) } ?? 1
    let row = LogitRow(logits, temperature: temperature)
    let indices = fixture.at ?? Array(logits.indices)
    switch fixture.function {
    case "softmax": return indices.map { row.probability(at: $0, in: format) }
    case "log_softmax": return indices.map { row.logProbability(at: $0, in: format) }
    case "complement": return indices.map { row.complement(at: $0, in: format) }
    case "log_odds": return indices.map { row.logOdds(at: $0, in: format) }
    case "logsumexp": return [row.logSumExp(in: format)]
    case "entropy": return [row.entropy(in: format)]
    case "perplexity": return [row.perplexity(in: format)]
    case "cross_entropy": return [row.crossEntropy(fixture.lossTarget, in: format)]
    case "cross_entropy_grad":
      return indices.map { row.crossEntropyGradient(fixture.lossTarget, at: $0, in: format) }
    case "kl":
      let other = LogitRow(Fixture.numbers(fixture.logits2 ?? ""), temperature: temperature)
      return [row.klDivergence(to: other, in: format)]
    default: return scalarValues(of: fixture, logits: logits, in: format)
    }
  }

  private func scalarValues(
    of fixture: Fixture, logits: [Double], in format: NumberFormat
  ) -> [Double]? {
    let targets = Fixture.numbers(fixture.targets ?? "")
    switch fixture.function {
    case "sigmoid": return logits.map { sigmoid($0, in: format) }
    case "log_sigmoid": return logits.map { logSigmoid($0, in: format) }
    case "softplus": return logits.map { softplus($0, in: format) }
    case "logit": return logits.map { logit($0, in: format) }
    case "round": return logits.map { format.round($0) }
    case "bce_with_logits":
      return zip(logits, targets).map {
        binaryCrossEntropyWithLogits($0, target: $1, in: format)
      }
    case "bce_with_logits_grad":
      return zip(logits, targets).map {
        binaryCrossEntropyWithLogitsGradient($0, target: $1, in: format)
      }
    default: return nil
    }
  }
}
