import LogitFiles
import Testing

@Suite struct TOMLParserTests {
  func value(_ text: String) throws -> TOMLItem.Value? {
    try TOMLTable(parsing: "a = " + text)["a"]?.value
  }

  @Test(arguments: [
    ("0", 0), ("-17", -17), ("+1_000", 1000), ("0xDEAD_beef", 0xDEAD_BEEF), ("0o755", 0o755),
    ("0b101", 5), ("9223372036854775807", .max),
  ]) func `whole numbers are read in every notation`(text: String, expected: Int) throws {
    #expect(try value(text) == .integer(expected))
  }

  @Test(arguments: [
    ("0.0", 0), ("-0.1", -0.1), ("1e3", 1000), ("6.02_2E+2_3", 6.022e23), ("1e999", .infinity),
    ("inf", .infinity), ("-inf", -.infinity),
  ]) func `floats are read in every notation`(text: String, expected: Double) throws {
    #expect(try value(text) == .float(expected))
  }

  @Test func `strings of all four kinds are read`() throws {
    #expect(try value(#""a\tb\u00e9\U0001F600\"\\""#) == .string("a\tbé😀\"\\"))
    #expect(try value(#"'C:\n'"#) == .string(#"C:\n"#))
    #expect(
      try value("\"\"\"\r\none\\\n   two\r\n\"quoted\"\"\"\"") == .string("onetwo\n\"quoted\""))
    #expect(try value("'''\na\nb'''") == .string("a\nb"))
    #expect(try value("\"\"") == .string(""))
  }

  @Test func `arrays go over lines with comments and a last comma`() throws {
    let items = try TOMLTable(parsing: "a = [ # one\n 1,\n\n 2, # two\n]\nb = true")
    #expect(items["a"]?.array?.map(\.integer) == [1, 2])
    #expect(items["a"]?.array?.map(\.line) == [2, 4])
    #expect(items["b"]?.value == .bool(true) && items["b"]?.line == 6)
  }

  @Test func `tables, dotted keys and arrays of tables nest`() throws {
    let text = """
      top.deep = 1
      [a."b c"]
      x = {y = 2, z.w = 'q'}
      [[s]]
      n = 1
      [[s]]
      n = 2
      [s.t]
      m = 3
      """
    let root = try TOMLTable(parsing: text)
    #expect(root.keys == ["top", "a", "s"])
    guard case .array(let steps)? = root["s"]?.value, case .table(let second)? = steps.last?.value,
      case .table(let inner)? = second["t"]?.value, case .table(let a)? = root["a"]?.value,
      case .table(let b)? = a["b c"]?.value, case .table(let x)? = b["x"]?.value
    else {
      Issue.record("the tables are not where they belong")
      return
    }
    #expect(steps.count == 2 && second["n"]?.integer == 2 && inner["m"]?.integer == 3)
    #expect(x["y"]?.integer == 2)
  }

  @Test(arguments: [
    ("a = ", "at column 5, a value was expected"), ("a = ,", "at column 5, a value was expected"),
    ("a = ]", "at column 5, a value was expected"), ("a = 01", "“01” is no value"),
    ("a = 1__0", "“1__0” is no value"), ("a = 1.", "“1.” is no value"),
    ("a = .5", "“.5” is no value"),
    ("a = 9223372036854775808", "is no value"), ("a = 2026-01-01", "is no value"),
    ("a = 0x-1", "is no value"), ("a 1", "“=” was expected"), ("= 1", "a key was expected"),
    ("a = 1 b = 2", "at column 7, the line should end here"),
    ("a = 1\na = 2", "line 2: at column 6, “a” is there already"),
    ("a = \"x", "the string is not closed"), ("a = \"x\ny\"", "the string is not closed"),
    ("a = \"\\q\"", "there is no such escape"), ("a = \"\\ud800\"", "4 hexadecimal digits"),
    ("a = \"\u{1}\"", "no control characters"), ("[a", "“]” was expected"),
    ("[a]\n[a]", "“a” is there already"), ("a = 1\n[a]", "“a” is there already"),
    ("a = [1]\n[[a]]", "“a” is there already"), ("a = {x = 1", "a comma or “}” was expected"),
    ("é = 1", "a key was expected"), ("a = 'é' 1", "at column 9"),
    ("a = " + String(repeating: "[", count: 5000), "nested too deeply"),
    (String(repeating: "a.", count: 5000) + "a = 1", "keys are nested too deeply"),
    (String(repeating: "[[a]]\n", count: 5000), "line 4097: at column 2, there are more than"),
  ]) func `what is not TOML is refused with its place`(text: String, expected: String) {
    let found = sentence { () throws(FileProblem) in _ = try TOMLTable(parsing: text) }
    #expect(found?.contains(expected) == true, "\(found ?? "it was read")")
  }
}
