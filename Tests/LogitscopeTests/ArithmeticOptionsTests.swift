import LogitExplorer
import Testing

@Suite struct ArithmeticOptionsTests {
  @Test func `every setting is an option, with its choices in the help`() throws {
    for command in ["explore", "frame", "eval", "gallery"] {
      let help = try Program.run("help", command).output
      for word in [
        "algorithm", "format", "accumulator", "sum", "block", "saturate", "flush-subnormals",
        "mask-value", "masked-row", "masked-start", "divide-after-shift", "drop-zero-weights",
        "log-guard",
      ] { #expect(help.contains("--\(word) <"), "\(command) \(word)") }
      #expect(help.contains("compensated"))
    }
  }

  @Test func `every row of the list is an option, and what is given reaches it`() throws {
    for option in ArithmeticOption.catalog {
      let outcome = try Program.run("eval", "--\(option.word)", "?")
      #expect(outcome.code == 2)
      #expect(outcome.errors.hasPrefix("logitscope: --\(option.word): "), "\(outcome.errors)")
    }
  }

  @Test func `the numbers are those of the algorithm, and the table says so`() throws {
    let outcome = try Program.run(
      "eval", "--logits", "1e8,1e8", "--target", "0", "--format", "binary32", "--algorithm",
      "fused-other")
    #expect(outcome.output.contains("cross-entropy   -0\n"), "\(outcome.output)")
    #expect(
      outcome.output.hasSuffix("\nComputed in binary32 fused-other; each operation rounded.\n"))
  }

  @Test func `exact numbers can be rounded to a format`() throws {
    let outcome = try Program.run("eval", "--format", "bf16")
    #expect(outcome.output.contains("0.66 ") && outcome.output.contains("0.242"))
    #expect(outcome.output.hasSuffix("\nTrue values, rounded once to bfloat16.\n"))
    let plain = try Program.run("eval", "--format", "binary64")
    #expect(plain.output == (try Program.run("eval").output))
  }

  @Test func `settings are told with the numbers, also in JSON`() throws {
    let outcome = try Program.run(
      "eval", "--json", "--algorithm", "online", "--block", "2", "--accumulator", "binary64")
    #expect(
      outcome.output.contains(
        #""arithmetic": "Computed in binary64 online, block 2; each operation rounded.""#))
  }

  @Test func `the explorer opens on the failure`() throws {
    let outcome = try Program.run(
      "--format", "binary16", "--algorithm", "naive", "--logits", "11,11", "--lens", "numerics")
    #expect(outcome.output.contains("binary16 naive"), "\(outcome.output)")
    let preset = try Program.run("--preset", "silent-sum")
    #expect(preset.output.contains("[Numerics]"), "\(preset.output)")
  }

  static let mistakes = [
    (["--format", "e0m3"], "--format: A format needs 2 to 11 exponent bits, not 0."),
    (["--format", "e20m99"], "--format: A format needs 2 to 11 exponent bits, not 20."),
    (["--algorithm", "best"], "--algorithm: There is no algorithm 'best'; there are exact,"),
    (["--block", "0"], "--block: A block is a whole number"),
    (["--saturate", "maybe"], "--saturate: It is on or off"),
    (["--log-guard", "fence"], "--log-guard: A guard is none,"),
    (["--sum"], "--sum"),
  ]

  @Test(arguments: mistakes) func `a bad setting gets one sentence`(
    arguments: [String], sentence: String
  ) throws {
    let outcome = try Program.run(["eval"] + arguments)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }
}
