import Glibc
import TerminalCells
import Testing

@testable import CursesTerminal

@Suite(.serialized) struct CapabilitiesTests {
  @Test func `pauses in a description are not sent`() {
    let bytes = Array("\u{1B}[m\u{F}$<2>\u{1B}[H$<20/>x$<".utf8)
    #expect(Capabilities.withoutDelays(bytes) == Array("\u{1B}[m\u{F}\u{1B}[Hx$<".utf8))
  }

  @Test func `cells are as wide as the C library says, with few exceptions`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var others: [UInt32] = []
    for value in 0x20...0x2FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = Capabilities.width(of: scalar)
      guard width >= 0, case .glyph(let cells) = CellWidth.kind(of: scalar) else { continue }
      if Int(width) != cells { others.append(value) }
    }
    // Newer libraries know newer characters; what they disagree on is drawn as "?".
    #expect(others.count < 100, "\(others.prefix(20).map { String($0, radix: 16) })")
  }
}
