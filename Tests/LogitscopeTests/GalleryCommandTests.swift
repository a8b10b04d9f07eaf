import Testing

@Suite struct GalleryCommandTests {
  @Test func `the list has a line a case`() throws {
    let outcome = try Program.run("gallery")
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.code == 0 && lines.count > 70)
    #expect(lines.contains { $0.hasPrefix("quiet-winner  ") && $0.hasSuffix("(scipy#18295).") })
  }

  @Test func `a case is printed with its stages, its fault and its table`() throws {
    let text = try Program.run("gallery", "silent-sum").output
    #expect(text.hasPrefix("silent-sum\n"))
    #expect(text.contains("59872 + 59872 overflows binary16 above 65504"))
    #expect(text.contains("p of class 1, 0.5 exactly:"))
    #expect(text.contains("\nbinary16      0             =        =   2.0u"), "\(text)")
  }

  @Test func `long rows are cut where nothing happens`() throws {
    let text = try Program.run("gallery", "brain-stalls").output
    #expect(text.contains("class 257") && text.contains("class 512") && text.contains("…"))
    #expect(text.split(separator: "\n").count < 50)
  }

  @Test func `a function of one logit is printed in both forms`() throws {
    let text = try Program.run("gallery", "sigmoid-floor").output
    #expect(text.contains("plain form") && text.contains("careful form"))
    #expect(text.contains("binary64      0        =  5e-324"), "\(text)")
  }

  @Test func `another arithmetic can be tried on a case`() throws {
    let text = try Program.run("gallery", "silent-sum", "--accumulator", "binary32").output
    #expect(text.contains("sums in binary32") && !text.contains("overflows"), "\(text)")
  }

  @Test func `an unknown case gets a sentence`() throws {
    let outcome = try Program.run("gallery", "nope\u{1B}")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("There is no case “nope␛”; logitscope gallery lists them."))
  }

  @Test func `every case is printed`() throws {
    let names = try Program.run("gallery").output.split(separator: "\n").map {
      String($0.prefix { $0 != " " })
    }
    for name in names {
      let outcome = try Program.run("gallery", name)
      #expect(outcome.code == 0 && outcome.output.contains(" exactly:\n"), "\(name)")
    }
  }
}
