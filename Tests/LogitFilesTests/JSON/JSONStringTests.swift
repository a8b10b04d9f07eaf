import LogitFiles
import Testing

@Suite struct JSONStringTests {
  @Test func `nothing that a terminal acts on is written as it is`() throws {
    for value in [
      0, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200B, 0x2028, 0x2029, 0x202E, 0x2066, 0xFEFF,
    ] {
      let scalar = try #require(Unicode.Scalar(UInt32(value)))
      let text = "a" + String(Character(scalar)) + "b"
      let literal = jsonString(text)
      #expect(literal.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }, "\(literal)")
      #expect(try JSONValue.parse(Array(literal.utf8)) == .string(text))
      #expect(!visible(text).unicodeScalars.contains(scalar))
    }
    #expect(jsonString("é 日本") == "\"é 日本\"")
  }
}
