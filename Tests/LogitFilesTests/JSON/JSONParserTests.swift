import LogitFiles
import Testing

@Suite struct JSONParserTests {
  func parse(_ text: String) throws -> JSONValue { try JSONValue.parse(Array(text.utf8)) }

  @Test func `every kind of value is read and objects keep their order`() throws {
    let value = try parse(#" {"b": [1, -2.5e-1, true, null], "a": "\u00e9\ud83d\ude00\n"} "#)
    guard case .object(let members) = value else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["b", "a"])
    #expect(value["b"] == .array([.number(1), .number(-0.25), .bool(true), .null]))
    #expect(value["a"] == .string("é😀\n"))
  }

  @Test func `what Python writes for special values is read`() throws {
    #expect(
      try parse("[Infinity, -Infinity]") == .array([.number(.infinity), .number(-.infinity)]))
    #expect(try parse("NaN").asNumber?.isNaN == true)
  }

  @Test func `numbers are rounded once, and what no Double holds is refused`() throws {
    #expect(try parse("0.1") == .number(0.1))
    #expect(try parse("2.4703282292062328e-324") == .number(.leastNonzeroMagnitude))
    #expect(throws: JSONProblem.self) { try parse("1e999") }
  }

  @Test(arguments: [
    "", "[1,", "[1 2]", "{\"a\" 1}", "{a: 1}", "01", "1.", "1e", "-", "\"a", "\"\u{1}\"",
    "\"\\x\"", "\"\\u12g4\"", "nul", "[1] 2", "+1", String(repeating: "[", count: 10_000),
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: JSONProblem.self) { try JSONValue.parse(Array(text.utf8)) }
  }

  @Test func `half a surrogate pair becomes the replacement character`() throws {
    #expect(try parse(#""\ud800""#) == .string("\u{FFFD}"))
    #expect(try parse(#""\ud800\u0041""#) == .string("\u{FFFD}A"))
  }

  @Test func `a problem names line and column`() {
    let bytes = Array("[1,\n  x]".utf8)
    do throws(JSONProblem) {
      _ = try JSONValue.parse(bytes)
      Issue.record("it was read")
    } catch {
      #expect(error.problem(in: bytes) == .json(line: 2, column: 3, expected: "a value"))
    }
  }

  @Test func `a written string reads back`() throws {
    let text = "\"\\/\u{0}\u{1F}\u{7F}é😀\n"
    #expect(try parse(jsonString(text)) == .string(text))
  }
}
