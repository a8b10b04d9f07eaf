import Testing

@testable import CursesTerminal

@Suite struct Base64Tests {
  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `the standard's vectors come out`(plain: String, coded: String) {
    #expect(String(decoding: Base64.encode(Array(plain.utf8)), as: UTF8.self) == coded)
  }

  @Test func `bytes above 127 are coded too`() {
    #expect(String(decoding: Base64.encode([0xFF, 0xFE, 0xFD]), as: UTF8.self) == "//79")
  }
}
