import Testing

@testable import LogitExplorer

@Suite struct ValueTokenTests {
  @Test func `pieces know what they are and where they stood`() throws {
    let tokens = try ValueToken.tokens(in: " ln(2.5)−0x1p3 ")
    #expect(tokens.map(\.column) == [2, 4, 5, 8, 9, 10])
    #expect(
      tokens.map(\.kind) == [
        .name("ln"), .sign("("), .number(2.5), .sign(")"), .sign("-"), .number(8),
      ])
    #expect(tokens[4].text == "−")
  }

  @Test func `a name ends where letters and digits do`() throws {
    #expect(try ValueToken.tokens(in: "log2(x_1)").map(\.text) == ["log2", "(", "x_1", ")"])
  }

  @Test func `an e behind a number is its exponent, alone it is a name`() throws {
    #expect(try ValueToken.tokens(in: "2e3").map(\.kind) == [.number(2000)])
    #expect(try ValueToken.tokens(in: "e").map(\.kind) == [.name("e")])
    #expect(try ValueToken.tokens(in: "2e−3").map(\.kind) == [.number(0.002)])
  }

  @Test func `numbers beyond the range are refused`() {
    #expect(throws: ValueError.tooLarge("1e400", column: 3)) {
      try ValueToken.tokens(in: "1+1e400")
    }
    #expect(throws: ValueError.tooSmall("1e-400", column: 1)) {
      try ValueToken.tokens(in: "1e-400")
    }
    #expect(throws: ValueError.comma(column: 2)) { try ValueToken.tokens(in: "1,5") }
  }
}
