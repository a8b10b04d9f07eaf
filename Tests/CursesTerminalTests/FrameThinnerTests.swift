import Testing

@testable import CursesTerminal

@Suite struct FrameThinnerTests {
  private func thin(_ text: String, columns: Int = 80, canSetColumn: Bool = true) -> String {
    var thinner = FrameThinner(canSetColumn: canSetColumn)
    let bytes = thinner.thinned(Array(text.utf8), columns: columns)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `blanks take no colour, glyphs do`() {
    #expect(thin("\u{1B}[m\u{1B}[31m  \u{1B}[39m\u{1B}(B\u{1B}[m x") == "\u{1B}[m   x")
    #expect(thin("\u{1B}[m\u{1B}[31m  x\u{1B}[39m") == "\u{1B}[m  \u{1B}[31mx\u{1B}[m")
    #expect(thin("\u{1B}[m\u{1B}[7m  \u{1B}[m") == "\u{1B}[m\u{1B}[7m  \u{1B}[m")
  }

  @Test func `a move along a row is by its column`() {
    #expect(thin("\u{1B}[5;9Hab\u{1B}[5;40Hc") == "\u{1B}[5;9Hab\u{1B}[40Gc")
    #expect(thin("\u{1B}[5;9Hab\u{1B}[5;16Hc") == "\u{1B}[5;9Hab\u{1B}[5Cc")
    let whole = "\u{1B}[5;9Hab\u{1B}[5;40Hc"
    #expect(thin(whole, canSetColumn: false) == whole)
    // Behind the last column the cursor may be in the next row.
    #expect(thin(whole, columns: 10) == whole)
  }

  @Test(arguments: [
    "\u{1B}[38;2;1;2;3mx\u{1B}[31my", "\u{1B}(0qqq\u{1B}(B", "\u{1B}7a\u{1B}8", "\u{1B}[?25l",
    "\u{1B}[2;9r\u{1B}[3S", "a\u{1B}[12b", "\u{1B}", "\u{1B}[3", "\u{1B}(", "\0\0x\u{0F}", "日本\t語",
  ])
  func `what is not known passes as it is`(text: String) {
    #expect(thin(text) == text)
  }

  @Test func `a frame of curses loses a fourth of its bytes`() {
    let frame =
      "\u{1B}[5;24H\u{1B}(B\u{1B}[0;1m2.0\u{1B}[5;39H\u{1B}(B\u{1B}[0m\u{1B}[38;5;32m█"
      + "\u{1B}[49G\u{1B}[39m\u{1B}(B\u{1B}[0;1m59001\u{1B}[5;71H\u{1B}(B\u{1B}[0m"
      + "\u{1B}[38;5;36m▉\u{1B}[6;49H\u{1B}[39m\u{1B}(B\u{1B}[m42433"
    let short =
      "\u{1B}[5;24H\u{1B}(B\u{1B}[0;1m2.0\u{1B}[39G\u{1B}[0;38;5;32m█"
      + "\u{1B}[49G\u{1B}[0;1m59001\u{1B}[71G\u{1B}[0;38;5;36m▉\u{1B}[6;49H\u{1B}[m42433"
    #expect(thin(frame).replacing("\u{1B}(B", with: "") == short.replacing("\u{1B}(B", with: ""))
    #expect(thin(frame).utf8.count * 4 < frame.utf8.count * 3)
  }

  @Test func `after another has written nothing is taken for known`() {
    var thinner = FrameThinner(canSetColumn: true)
    _ = thinner.thinned(Array("\u{1B}[mx".utf8), columns: 80)
    thinner.forget()
    let bytes = Array("\u{1B}[31m  \u{1B}[39m".utf8)
    #expect(thinner.thinned(bytes, columns: 80) == bytes)
  }

  @Test(arguments: 0..<200)
  func `thinned frames look the same`(seed: Int) {
    var random = SeededBits(state: UInt64(seed))
    var thinner = FrameThinner(canSetColumn: seed % 4 != 0)
    var (whole, thin) = (Emulator(columns: 40), Emulator(columns: 40))
    for _ in 0..<6 {
      let frame = RandomFrame.bytes(&random)
      let short = thinner.thinned(frame, columns: 40)
      whole.feed(frame)
      thin.feed(short)
      let places = (1...12).flatMap { row in (1...40).map { Emulator.Place(row: row, column: $0) } }
      let other = places.first { whole.looks($0) != thin.looks($0) }
      #expect(other == nil)
      #expect(whole.rendition == thin.rendition && whole.others == thin.others)
      #expect(whole.cursor == thin.cursor)
    }
  }
}

/// Frames made of all that curses writes, in any order.
private enum RandomFrame {
  static func bytes(_ random: inout SeededBits) -> [UInt8] {
    var text = random.below(3) == 0 ? "\u{1B}(B\u{1B}[m" : ""
    for _ in 0..<random.below(60) {
      // As curses does, goes to a place before it may reach the last column.
      text += "\u{1B}[\(1 + random.below(12));\(1 + random.below(30))H"
      for _ in 0..<random.below(4) { text += piece(&random) }
    }
    return Array(text.utf8)
  }

  private static func piece(_ random: inout SeededBits) -> String {
    switch random.below(12) {
    case 0: "\u{1B}(B\u{1B}[m"
    case 1: "\u{1B}[\(["1", "0;1", "7", "0;4;1", "22", "27", "10"][random.below(7)])m"
    case 2: "\u{1B}[38;5;\(random.below(256))m"
    case 3: "\u{1B}[\([39, 49, 31, 44, 95, 103][random.below(6)])m"
    case 4: String(repeating: " ", count: 1 + random.below(3))
    case 5: "\u{1B}[K"
    case 6: "\u{1B}[\(1 + random.below(3))X"
    case 7: "z\u{1B}[\(1 + random.below(2))b"
    case 8: "\u{1B}[\(1 + random.below(3))C"
    case 9: ["\r", "\u{08}", "\u{1B}[7G", "\u{1B}[3d"][random.below(4)]
    case 10: random.below(9) == 0 ? "\u{1B}[?25h" : "⠒"
    default: ["a", "1.2", "█", "Σ="][random.below(4)]
    }
  }
}

extension SeededBits {
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
