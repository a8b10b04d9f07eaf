import Testing

@testable import LogitExplorer

@Suite struct ValueErrorTests {
  private static let all: [(ValueError, String)] = [
    (.unfinished(column: 1), "Something is missing at the end, column 1."),
    (.unexpected("§", column: 2), "Unexpected '§' at column 2."),
    (.comma(column: 3), "Decimals are written with a point, not with a comma (column 3)."),
    (.notANumber("1..2", column: 4), "'1..2' at column 4 is not a number."),
    (
      .unknownName("sin", column: 5),
      "There is no 'sin' (column 5); there are ln, exp, sqrt, logit, pi, e, inf and nan."
    ),
    (
      .undefined("ln of a negative number is not a number: -1 (column 6).", column: 6),
      "ln of a negative number is not a number: -1 (column 6)."
    ),
    (
      .tooLarge("1e999", column: 7),
      "1e999 is more than the greatest number, 1.797…e308; type inf for infinity."
    ),
    (
      .tooSmall("1e-999", column: 8),
      "1e-999 is less than the least number above zero, 5e-324; type 0 for zero."
    ),
    (.tooDeep(column: 9), "This is nested too deeply, from column 9 on."),
  ]

  @Test func `each is one sentence, with its place or its text`() {
    for (place, (error, sentence)) in Self.all.enumerated() {
      #expect(error.sentence == sentence)
      #expect(error.column == place + 1)
      #expect(error.isUnfinished == (place == 0))
    }
  }

  @Test func `what was typed is cut to what a sentence can hold`() {
    let long = ValueError.unknownName(String(repeating: "x", count: 500), column: 1)
    #expect(long.sentence.count < 150)
  }
}
