import Testing

@testable import LogitExplorer

@Suite struct ValueErrorTests {
  private static let all: [ValueError] = [
    .unfinished(column: 1), .unexpected("§", column: 2), .comma(column: 3),
    .notANumber("1..2", column: 4), .unknownName("sin", column: 5),
    .undefined("ln of a negative number is not a number: -1 (column 6).", column: 6),
    .tooLarge("1e999", column: 7), .tooSmall("1e-999", column: 8), .tooDeep(column: 9),
  ]

  @Test func `each is one sentence, with its place or its text`() {
    for (place, error) in Self.all.enumerated() {
      #expect(error.sentence.hasSuffix("."), "\(error)")
      #expect(error.column == place + 1)
      #expect(error.isUnfinished == (place == 0))
    }
  }

  @Test func `what was typed is cut to what a sentence can hold`() {
    let long = ValueError.unknownName(String(repeating: "x", count: 500), column: 1)
    #expect(long.sentence.count < 150)
  }
}
