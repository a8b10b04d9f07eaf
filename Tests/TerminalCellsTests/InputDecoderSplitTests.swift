import TestSupport
import Testing

@testable import TerminalCells

@Suite struct InputDecoderSplitTests {
  @Test(arguments: InputDecoderTests.keyTable.map(\.0))
  func `keys are the same at every split`(text: String) {
    expectSameAtEverySplit(InputDecoderTests.bytes(text))
  }

  @Test func `mouse, pastes and replies are the same at every split`() {
    expectSameAtEverySplit(
      Array(
        """
        \u{1B}[<0;300;20Mé\u{1B}[200~1\r\u{1B}[201\u{1B}[A日\u{1B}\u{1B}[201~\u{1B}]11;rgb:1/2\u{1B}\\j\
        \u{1B}P1$r\u{1B}x\u{1B}OA\u{1B}[[B\u{1B}[Mé!!\u{1B}[?2026;2$y\u{1B}[7$q
        """.utf8))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `noise is the same at every split and types no control character`(seed: UInt64) {
    var random = SeededBits(state: seed)
    let pieces =
      [
        "\u{1B}", "[", "O", "<", "1", ";", "~", "M", "m", "200~", "201~", "]", "P", "\\", "\u{7}",
        "A",
        "$", "^", "é", "日", "\u{0}", "\u{1B}[<0;1;1M", "\u{1B}[200~", "\u{1B}[201~", "u", " ",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0x9B]]
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 1...24, using: &random)).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      expectSameAtEverySplit(bytes)
      for case .key(let key) in decoded(bytes) {
        guard case .character(let character) = key.code else { continue }
        #expect(character.unicodeScalars.allSatisfy { CellWidth.kind(of: $0) != .control })
      }
    }
  }

  private func expectSameAtEverySplit(_ bytes: [UInt8]) {
    let whole = decoded(bytes)
    #expect(decoded(bytes, cutAt: Array(bytes.indices)) == whole)
    for cut in bytes.indices where decoded(bytes, cutAt: [cut]) != whole {
      Issue.record("cut at \(cut): \(bytes)")
    }
  }
}
