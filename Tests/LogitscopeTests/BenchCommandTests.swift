import Testing

/// What `bench` reads and prints; never how long it takes.
@Suite struct BenchCommandTests {
  /// ln 1, twice, as bytes: a row of two zeros of binary32.
  private let zeros = String(repeating: "\0", count: 8)

  @Test(arguments: ["1", "2"])
  func `a timing is a line of JSON with a checksum`(threads: String) throws {
    let outcome = try Program.run(
      "bench", "--function", "softmax", "--rows", "1", "--columns", "2", "--repetitions", "3",
      "--threads", threads, input: zeros)
    #expect(outcome.code == 0)
    #expect(
      outcome.output.wholeMatch(of: /\{"ns": \[\d+, \d+, \d+\], "checksum": 0\.5\}\n/) != nil,
      "\(outcome)")
  }

  @Test func `cross-entropy reads a target for each row`() throws {
    let outcome = try Program.run(
      "bench", "--function", "cross_entropy", "--type", "f64", "--rows", "2", "--columns", "1",
      "--repetitions", "1", "--threads", "2", input: zeros + zeros + zeros)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(#""checksum": 0.0"#), "\(outcome)")
  }

  @Test func `input that is too short, and options that make no sense, are refused`() throws {
    let short = try Program.run("bench", "--function", "softmax", "--columns", "3", input: zeros)
    #expect(short.code == 2)
    #expect(short.errors == "logitscope: standard input ends after 8 of 12 bytes.\n")
    let none = try Program.run("bench", "--function", "softmax", "--columns", "0")
    #expect(none.code == 2)
    #expect(none.errors == "logitscope: --columns is at least 1.\n", "\(none)")
    let set = try Program.run("bench", "--instructions", "MMX")
    #expect(set.code == 2)
    #expect(set.errors.contains("baseline"), "\(set)")
  }
}
