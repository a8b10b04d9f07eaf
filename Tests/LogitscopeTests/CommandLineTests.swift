import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test func `a frame shows the flowers`() throws {
    let outcome = try Program.run("frame", "--size", "100x30")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("setosa") && outcome.output.contains("0.659001"))
    #expect(outcome.output.filter { $0 == "\n" }.count == 30)
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `a size that is none, and a row of nothing, are refused in a sentence`() throws {
    for size in ["0x0", "80", "9999x9999", "-1x2"] {
      let outcome = try Program.run("frame", "--size=\(size)")
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(
        outcome.errors
          == "logitscope: --size is “\(size)”; it should be columns x rows, such as 100x30, 1 to 4096 each.\n"
      )
    }
    let row = try Program.run("eval", "--preset", "flowers", "--row", "3")
    #expect(row.code == 2 && row.errors.contains("--row chooses among the rows of a file"))
  }

  static let long = String(repeating: "x", count: 20_000)

  @Test(arguments: [
    ["frame", "--preset", long], ["frame", "--target", long], ["frame", "--theme", long],
    ["frame", "--logits", long], ["frame", "--format", long], ["frame", "--size", long],
    ["frame", "--lens", long], ["frame", "--lens=\(long)"], ["frame", "--color", long],
    ["frame", "--temperature", long], ["eval", "--digits", long], ["eval", "--digits=\(long)"],
    ["eval", "--row", long], ["--\(long)"], ["--\(long)=1"], ["eval", "a", long],
    ["gallery", long], [long], ["eval", "a", "\u{9B}31m\u{202E}\(long)"],
  ])
  func `a sentence quotes the beginning of a long text`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("xxxx") && outcome.errors.count < 600, "\(outcome.errors)")
    let isSafe = outcome.errors.dropLast().unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
    }
    #expect(isSafe, "\(outcome.errors)")
  }

  @Test(arguments: [
    ["eval", "--logits", "1,2"], ["eval", "--json"], ["eval", "--trace", "--algorithm", "naive"],
    ["eval", "--jsonl"],
    ["frame"], [], ["keys"], ["gallery"], ["gallery", "silent-sum"], ["--version"], ["--help"],
    ["help"], ["help", "eval"], ["gallery", "--help"],
  ])
  func `output that cannot be written ends with a sentence`(arguments: [String]) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let request = #"{"function": "softmax", "logits": [1, 2]}"#
    let outcome = try Program.run(arguments, input: request + "\n", output: "/dev/full")
    #expect(outcome.code == 2)
    #expect(outcome.errors == "logitscope: standard output: No space left on device.\n")
  }

  @Test func `the help of every command has examples`() throws {
    for command in ["explore", "eval", "frame", "gallery", "keys"] {
      let outcome = try Program.run("help", command)
      #expect(outcome.code == 0 && outcome.output.contains("EXAMPLES"), "\(command)")
    }
  }

  @Test func `without a terminal the explorer prints one frame`() throws {
    let outcome = try Program.run("--logits", "0,0", "--labels", "yes,no")
    #expect(outcome.code == 0 && outcome.output.contains("0.500000"))
    #expect(outcome.output.contains("yes"))
  }

  @Test func `keys are pressed before the frame`() throws {
    let outcome = try Program.run("frame", "--keys", "3<Enter>", "--lens", "softmax")
    #expect(outcome.code == 0 && outcome.output.contains("0.840"), "\(outcome.output)")
  }

  @Test func `the plain locale gets ASCII, and colours come when asked for`() throws {
    let plain = try Program.run("frame", environment: ["LC_ALL": "C"])
    #expect(plain.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(try Program.run("frame", "--ascii").output == plain.output)
    let colored = try Program.run("frame", "--color", "always")
    #expect(colored.output.contains("\u{1B}["))
  }

  @Test func `standard input and files of every kind are opened`() throws {
    let piped = try Program.run("-", input: "cat: 1\ndog: 1\n")
    #expect(piped.output.contains("cat") && piped.output.contains("0.500000"))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "rows.csv")
    try Data("a,b\n1,1\n0,1000\n".utf8).write(to: file)
    let outcome = try Program.run("eval", file.path, "--row", "1")
    #expect(outcome.code == 0 && outcome.output.contains("1000"))
  }

  @Test func `the table of keys lists the commands`() throws {
    let outcome = try Program.run("keys")
    #expect(outcome.code == 0 && outcome.output.hasPrefix("| Keys | Word | What it does |"))
    #expect(outcome.output.split(separator: "\n").count > 50)
  }

  @Test func `help and version end well`() throws {
    let help = try Program.run("--help")
    #expect(help.code == 0 && help.output.contains("EXAMPLES"))
    let version = try Program.run("--version")
    #expect(version.code == 0 && version.output.split(separator: ".").count >= 2)
  }

  static let mistakes: [([String], String)] = [
    (["no-such-file"], "no-such-file: there is no such file."),
    (["/"], "/: this is a directory, and a file was expected."),
    (["-"], "standard input: it is empty, and logits were expected."),
    (["--preset", "nope"], "There is no preset “nope”"),
    (["--logits", "1,x"], "--logits: “x” is not a number."),
    (["--logits", "1", "--labels", "a,b"], "--labels has 2 labels, and there is 1 logit."),
    (["--logits", "1", "--preset", "flowers"], "only one of them."),
    (["--target", "9"], "--target is 9, and there are 3 classes, counted from 0."),
    (["--target", "rose"], "--target: no class is called “rose”."),
    (["--temperature", "warm"], "--temperature: “warm” is not a number."),
    (["--label-smoothing", "2"], "--label-smoothing is 2; it must be between 0 and 1."),
    (["--target-probabilities", "1,-1,0"], "weights must be finite and not negative."),
    (["--keys", "<Nope>"], "Key script, character 1"),
    (["--lens", "fish"], "fish"), (["--theme", "fish"], "There is no theme “fish”"),
    (["--bogus"], "--bogus"), (["frame", "--size", "0x4"], "0x4"),
    (["eval", "--digits", "40"], "--digits is 0 to 17."),
    (["no\u{1B}[2Jfile"], "no␛[2Jfile"),
  ]

  @Test(arguments: mistakes) func `bad input gets one line on standard error and code 2`(
    arguments: [String], expected: String
  ) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("logitscope: "))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }
}
