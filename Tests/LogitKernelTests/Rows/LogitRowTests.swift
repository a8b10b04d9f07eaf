import LogitKernel
import Testing

@Suite struct LogitRowTests {
  private let infinity = Double.infinity

  @Test func `a NaN logit or temperature makes every result NaN`() {
    for row in [LogitRow([0, .nan]), LogitRow([0, 1], temperature: .nan)] {
      #expect(row.probability(at: 0).isNaN && row.complement(at: 0).isNaN)
      #expect(row.logProbability(at: 0).isNaN && row.logOdds(at: 0).isNaN)
      #expect(row.logSumExp().isNaN && row.entropy().isNaN && row.perplexity().isNaN)
    }
  }

  @Test func `a mask has p 0, ln p −∞ and no part in any sum`() {
    let row = LogitRow([0, -infinity, 0])
    #expect(row.probability(at: 1) == 0 && row.probability(at: 0) == 0.5)
    #expect(row.logProbability(at: 1) == -infinity && row.logOdds(at: 1) == -infinity)
    #expect(row.complement(at: 1) == 1 && row.odds(at: 1) == 0)
    #expect(row.entropy() == naturalLogarithm(2) && row.entropyInBits() == 1)
    #expect(row.perplexity() == 2)
  }

  @Test func `one infinity wins, several leave each other undefined`() {
    let one = LogitRow([1, infinity, -infinity])
    #expect(one.probability(at: 1) == 1 && one.probability(at: 0) == 0)
    #expect(one.logProbability(at: 1) == 0 && one.odds(at: 1) == infinity)
    #expect(one.logSumExp() == infinity && one.entropy() == 0)
    let two = LogitRow([infinity, 2, infinity])
    #expect(two.probability(at: 0).isNaN && two.probability(at: 1) == 0)
    #expect(two.logSumExp() == infinity && two.entropy().isNaN)
  }

  @Test func `all masked is NaN, but one class alone is certain whatever its logit`() {
    let masked = LogitRow([-infinity, -infinity])
    #expect(masked.probability(at: 0).isNaN && masked.logSumExp() == -infinity)
    for logit in [-infinity, -1e300, 0, infinity] {
      let alone = LogitRow([logit])
      #expect(alone.probability(at: 0) == 1 && alone.logProbability(at: 0) == 0)
      #expect(alone.entropy() == 0 && alone.complement(at: 0) == 0)
      #expect(alone.logSumExp() == logit)
    }
  }

  @Test func `temperatures 0, ±∞ and below 0 are the limits`() {
    let cold = LogitRow([1, 3, 3], temperature: 0)
    #expect((0..<3).map { cold.probability(at: $0) } == [0, 0.5, 0.5])
    #expect(cold.logSumExp() == infinity)
    #expect(LogitRow([0, 0, -1], temperature: -0.0).logSumExp() == naturalLogarithm(2))
    let hot = LogitRow([1, 9, -infinity], temperature: infinity)
    #expect((0..<3).map { hot.probability(at: $0) } == [0.5, 0.5, 0])
    #expect(hot.logSumExp() == naturalLogarithm(2))
    #expect(softmax([1, 2], temperature: -1) == softmax([2, 1]))
    #expect(softmax([-infinity, 0], temperature: -2) == [1, 0])
  }

  @Test func `a confident winner keeps ln p and 1 − p`() {
    let row = LogitRow([0, -40])
    #expect(row.probability(at: 0) == 1)
    #expect(row.logProbability(at: 0) == -4.248354255291589e-18)
    #expect(row.complement(at: 0) == 4.248354255291589e-18)
    #expect(row.logOdds(at: 0) == 40)
    #expect(row.logSumExp() == 4.248354255291589e-18)
  }

  @Test func `equal classes have a whole perplexity and a whole number of bits`() {
    for count in [1, 2, 8, 64, 1000] {
      let row = LogitRow([Double](repeating: 7.25, count: count))
      #expect(row.perplexity() == Double(count))
      #expect(row.perplexity(in: .e5m2) == NumberFormat.e5m2.round(Double(count)))
    }
    #expect(LogitRow([Double](repeating: 3, count: 512)).entropyInBits(in: .e5m2) == 8)
  }

  @Test func `a share of 1/1024 is half the least e4m3 value and goes to even`() {
    let shares = [Double](repeating: 0, count: 1024)
    #expect(LogitRow(shares).probability(at: 0, in: .e4m3) == 0)
    #expect(LogitRow(shares.dropLast()).probability(at: 0, in: .e4m3) == 0x1p-9)
  }

  @Test func `the gap is measured between the best two`() {
    #expect(LogitRow([2, 1, 0.1], temperature: 0.5).gapBetweenBestTwo() == 2)
    #expect(LogitRow([3, 3, 1]).gapBetweenBestTwo() == 0)
    #expect(LogitRow([3, -infinity]).gapBetweenBestTwo() == infinity)
    #expect(LogitRow([3]).gapBetweenBestTwo().isNaN)
  }

  @Test func `the sum of exponentials overflows where the textbook's does`() {
    #expect(LogitRow([710, 0]).sumOfExponentials() == infinity)
    #expect(LogitRow([0, 0, -infinity]).sumOfExponentials() == 2)
    #expect(LogitRow([-800]).sumOfExponentials() == 0)
    #expect(LogitRow([710, 0]).exponential(at: 0) == infinity)
  }

  @Test func `rows are equal bit for bit, NaN included`() {
    #expect(LogitRow([.nan, 1]) == LogitRow([.nan, 1]))
    #expect(LogitRow([0.0]) != LogitRow([-0.0]))
    #expect(LogitRow([1], temperature: 2) != LogitRow([1]))
  }
}
