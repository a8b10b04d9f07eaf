import Foundation
import TOMLKit
import TestSupport
import Testing

@testable import LogitFiles

@Suite struct TOMLTextTests {
  private func value(_ text: String) throws -> (any TOMLValueConvertible)? {
    try TOMLText("a = " + text).root["a"]
  }

  @Test(arguments: [
    ("0", 0), ("-0.0", -0.0), ("-17", -17), ("0xDEAD_beef", Double(0xDEAD_BEEF)), ("1e3", 1000),
    ("6.02_2E+2_3", 6.022e23), ("inf", .infinity), ("-inf", -.infinity), ("5e-324", 0x1p-1074),
    ("2.4703282292062327e-324", 0), ("2.4703282292062328e-324", 0x1p-1074),
    ("0.1000000000000000055511151231257827", 0.1),
  ]) func `numbers are read to the bit`(text: String, expected: Double) throws {
    #expect(try value(text)?.number?.bitPattern == expected.bitPattern)
  }

  @Test func `nan is a number, and true and a string are none`() throws {
    #expect(try value("nan")?.number?.isNaN == true)
    #expect(try value("true")?.number == nil)
    #expect(try value("'1'")?.number == nil)
  }

  @Test(arguments: [
    ("a = ", "line 1: at column 5, "), ("a = 1\nb 2", "line 2: at column 3, "),
    ("a = 1\na = 2", "line 2: at column 5, cannot redefine existing integer 'a'."),
    ("a = \"x\ny\"", "line 1: at column 7, "), ("a = 'é' 1", "line 1: at column 9, "),
    ("a = 9223372036854775808", "is not representable in 64 bits"),
    ("a = 1e999", "'1e999' could not be interpreted as a value"),
    ("a = \"\u{1}\"", "control characters"),
    ("a = " + String(repeating: "[", count: 5000), "nested value depth"),
    ("a = 1\u{0}\nb = 2", "line 1: at column 6, NUL characters are not allowed"),
    ("a = 'é' é", "line 1: at column 9, characters outside ASCII stand in quotes"),
    ("a = 1\n  [=", "line 2: at column 3, a key was expected after the bracket"),
    ("[[ é", "line 1: at column 1, a key was expected"), ("[", "a key was expected"),
    ("a = [\n[1,\u{A0}2]]", "line 2: at column 4, characters outside ASCII"),
    ("a = 1\rb = 2", "line 1: at column 6, there is a control character"),
    ("a = 1\nb = ['é', \"\\u0000\"]", "line 2: at column 12, there is a NUL character"),
    ("a = \"\\U00000000\"", "there is a NUL character"),
    (String(repeating: "a.", count: 100_000) + "a = 1", "keys are nested too deeply"),
    (String(repeating: "1.", count: 100_000) + "1 = 1", "keys are nested too deeply"),
    ("[" + String(repeating: "'='.", count: 100_000) + "a]", "keys are nested too deeply"),
    ("a = {" + String(repeating: "'1'.", count: 100_000) + "a = 1}", "keys are nested too deeply"),
    ("logits = [1,}", "line 1: at column 13, another bracket was expected"),
    ("a = 2026-01-01", "dates and differences are not read"),
    ("name: x", "line 1: at column 5, unexpected “:”"),
    ("a = [1 2]\nb: 1", "line 1: at column 8, expected comma or closing ']'"),
    ("a = [1,\nb: 1", "line 2: at column 1, "),
    ("a = [1,\n2,\u{A0}]", "line 2: at column 3, characters outside ASCII"),
  ]) func `what is not TOML is refused with its place`(text: String, expected: String) {
    let found = sentence { () throws(FileProblem) in _ = try TOMLText(text) }
    #expect(found?.contains(expected) == true, "\(found ?? "it was read")")
  }

  @Test func `what looks like a hazard and is none is read`() throws {
    #expect(try value(#""\\u0000""#)?.string == #"\u0000"#)
    #expect(try value("[\n['é'],\n[+3]] # é\r\n\t[ 'ü' ]")?.array?.count == 2)
    let long = "\"\"\"\n[é] \\\"\"\" \\\n  x\u{A0}\"\"\"\""
    #expect(try value(long)?.string == "[é] \"\"\" x\u{A0}\"")
    let label = String(repeating: "…..", count: 2000)
    #expect(try value("'\(label)'")?.string == label)
    let numbers = Array(repeating: "0.5", count: 20_000).joined(separator: ", ")
    #expect(try value("[\(numbers)]")?.array?.count == 20_000)
    // As deep as the limit lets it be, on the small stack of a test's thread.
    let deep = String(repeating: "a.", count: TOMLOutline.pointLimit) + "a = "
    _ = try TOMLText(deep + "1")
    #expect(throws: FileProblem.self) { _ = try TOMLText(deep + "x") }
  }

  @Test func `depth adds up over lines`() {
    let down = String(repeating: "[\n{" + String(repeating: "a.", count: 700) + "a = ", count: 20)
    let text = "a = " + down + "1" + String(repeating: "}\n]", count: 20) + "\nx ="
    #expect(throws: FileProblem.self) { _ = try TOMLText(text) }
  }

  @Test func `a line is found in one pass`() throws {
    let note = String(repeating: "target = 1\n", count: 20_000)
    #expect(try TOMLText("note = \"\"\"\n\(note)\"\"\"\ntarget = 9").line(of: "target") == 20_003)
  }

  /// A crash of the parser would end the tests.
  @Test func `no text stops the program`() {
    let starts = [
      "a = ", "", "a = [1,", "[", "a = {", "a = \"", "a = '''", "a.b = 1\n[a", "[[a]]\n",
    ]
    let pieces = [
      "a", "=", " ", "\n", "[", "]", "{", "}", ",", "1", "\"", "'", ".", "#", "\t", "\\", "-", "0x",
      "inf", "\u{A0}", "\r", "\r\n", ":", "T", "e", "_", "\u{B}", "+", "2026-01-01", "é",
      "\u{2028}", "\u{85}", "\"\"\"", "'''", "\u{0}", "\u{7F}", "u0041", "U0001F600", "07:32:00Z",
      "\u{FEFF}", "%",
    ]
    let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 30_000
    var random = SeededBits(state: UInt64(rounds))
    for _ in 0..<rounds {
      let count = Int.random(in: 0...10, using: &random)
      let text = (0..<count).reduce(into: starts.randomElement(using: &random) ?? "") { text, _ in
        text += pieces.randomElement(using: &random) ?? ""
      }
      _ = try? TOMLText(text)
    }
  }

  @Test func `a text beyond every document is refused by its size`() {
    let text = "a = '" + String(repeating: "x", count: 65 << 20) + "'"
    let found = sentence { () throws(FileProblem) in _ = try TOMLText(text) }
    #expect(found == "x: it has 66 MiB, and at most 64 MiB are read.")
  }

  @Test func `a key is found on its line, wherever else its name stands`() throws {
    let text = """
      # b = 1
      a = '''
      b = 2
      '''
      c = [
        'b = 3',
      ]\r
      \t"b" = 4
      bb = 5
      'd'.e = 6
      [[ f ]]
      b = 7
      """
    let source = try TOMLText(text)
    #expect(["a", "b", "bb", "c", "d", "f"].map(source.line) == [2, 8, 9, 5, 10, 11])
    #expect(source.line(of: "none") == 1)
  }
}
