import Testing

@testable import TerminalCells

@Suite struct InputDecoderPasteTests {
  func pasting(_ bytes: [UInt8]) -> [UInt8] {
    Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8)
  }

  @Test func `pasted text is data, whatever it holds`() {
    let text = "2\t1\u{3}\u{1B}[A\u{1B}]0;x\u{7} é \u{1B}[200~"
    #expect(
      decoded(pasting(Array(text.utf8)) + [0x6A]) == [.paste(text, isTruncated: false)] + [
        .key(Key("j"))
      ])
  }

  @Test func `an Escape before the end mark does not hide it`() {
    #expect(
      decoded(pasting([0x61, 0x1B]) + [0x6A])
        == [.paste("a\u{1B}", isTruncated: false)] + [.key(Key("j"))])
    #expect(
      decoded(pasting(Array("a\u{1B}[20".utf8))) == [.paste("a\u{1B}[20", isTruncated: false)])
  }

  @Test func `line ends become line feeds`() {
    #expect(
      decoded(pasting(Array("1\r2\r\n3\n4\r\r5".utf8)))
        == [.paste("1\n2\n3\n4\n\n5", isTruncated: false)])
  }

  @Test func `bytes that are not text are replaced`() {
    #expect(
      decoded(pasting([0x61, 0xFF, 0x62])) == [.paste("a\u{FFFD}b", isTruncated: false)])
    #expect(decoded(pasting([])) == [.paste("", isTruncated: false)])
  }

  @Test func `a paste beyond the limit is cut at a whole character and the rest is not typed`() {
    let long = Array(String(repeating: "日", count: InputDecoder.pasteLimit / 3 + 9).utf8)
    let events = decoded(pasting(long) + [0x6A], cutAt: [1000, 70_000, 1_048_580])
    guard case .paste(let text, isTruncated: true) = events.first else {
      Issue.record("no truncated paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteLimit / 3 * 3)
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
    #expect(events.dropFirst() == [.key(Key("j"))][...])
  }

  @Test func `a full paste of exactly the limit is whole`() {
    let full = Array(repeating: 0x31 as UInt8, count: InputDecoder.pasteLimit)
    #expect(
      decoded(pasting(full)) == [.paste(String(decoding: full, as: UTF8.self), isTruncated: false)])
  }

  @Test func `a paste that never ends is handed over when the clock runs out`() {
    #expect(
      decoded(Array("\u{1B}[200~1 2\u{1B}[2".utf8)) == [.paste("1 2\u{1B}[2", isTruncated: false)])
  }
}
