import Testing

@testable import LogitExplorer

@Suite struct SeededGeneratorTests {
  @Test func `the known outputs of the recipe`() {
    // The reference implementation of SplitMix64 from seed 1234567.
    var generator = SeededGenerator(seed: 1_234_567)
    let outputs = (0..<5).map { _ in generator.next() }
    #expect(
      outputs == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }
}
