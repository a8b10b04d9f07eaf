/// A JSON value, with the order of an object's members kept.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The nearest Double.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue
    /// Where the value is in the bytes, so that it can be repeated verbatim.
    package var source: Range<Int>
  }

  /// An object's value under a key, the last one where the key is there twice.
  package subscript(key: String) -> JSONValue? { member(key)?.value }

  package func member(_ key: String) -> Member? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }
  }
}

/// What is wrong with a JSON text, and where.
package struct JSONProblem: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// What the text should have been there.
    case expected(String)
    case repeatedKey(String)
    /// Nobody wants any more what is in it.
    case stopped
  }

  /// Bytes before the place.
  package var offset: Int
  package var reason: Reason

  package var expected: String {
    if case .expected(let words) = reason { words } else { "shorter" }
  }

  /// The same with the place as people count it.
  package func problem(in bytes: some Collection<UInt8>) -> FileProblem {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return switch reason {
    case .expected(let words): .json(line: line, column: column, expected: words)
    case .repeatedKey(let key): .repeatedKey(key, line: line, column: column)
    case .stopped: .stopped
    }
  }
}

/// A JSON string literal.
package func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    // Controls of both sets, and what turns or breaks a line on a terminal.
    case _ where scalar.value < 0x20 || scalar.isUnsafe:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
