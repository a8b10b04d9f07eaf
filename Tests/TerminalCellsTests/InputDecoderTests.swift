import Testing

@testable import TerminalCells

/// Every event of `bytes`, fed in pieces that end at `cuts`, the clock running out at the end.
func decoded(
  _ bytes: [UInt8], cutAt cuts: [Int] = [], extraKeys: [[UInt8]: Key] = [:]
) -> [InputEvent] {
  var decoder = InputDecoder(extraKeys: extraKeys)
  var (events, start) = ([InputEvent](), 0)
  for end in cuts.sorted() + [bytes.count] {
    events += decoder.feed(Array(bytes[start..<end]))
    start = end
  }
  return events + decoder.flush()
}

extension [InputEvent] {
  /// The notations of the keys; a description of everything else.
  var script: String {
    map { if case .key(let key) = $0 { key.notation } else { "\($0)" } }.joined()
  }
}

@Suite struct InputDecoderTests {
  /// Bytes with `^` for Escape, and the keys that they are.
  static let keyTable: [(String, String)] = [
    ("jL<", "jL<lt>"), (" ", "<Space>"), ("\r\n", "<Enter><Enter>"), ("\t", "<Tab>"),
    ("\u{7F}\u{8}", "<Backspace><Backspace>"),
    ("\u{0}\u{1}\u{1A}\u{1F}", "<C-Space><C-a><C-z><C-_>"),
    ("é日🙂", "é日🙂"), ("^", "<Esc>"), ("^^", "<Esc><Esc>"), ("^^[A", "<Esc><Up>"),
    ("^x^1^é", "<A-x><A-1><A-é>"), ("^\r^\u{7F}^\u{1}", "<A-Enter><A-Backspace><C-A-a>"),
    ("^[", "<A-[>"), ("^O", "<A-O>"), ("^]", "<A-]>"), ("^P", "<A-P>"),
    ("^[A^[B^[C^[D^[H^[F", "<Up><Down><Right><Left><Home><End>"),
    ("^OA^OB^OC^OD^OH^OF", "<Up><Down><Right><Left><Home><End>"),
    (
      "^[1~^[2~^[3~^[4~^[5~^[6~^[7~^[8~", "<Home><Insert><Delete><End><PageUp><PageDown><Home><End>"
    ),
    ("^[1;2A^[1;3B^[1;5C^[1;8D^[1;2H", "<S-Up><A-Down><C-Right><C-A-S-Left><S-Home>"),
    ("^[3;5~^[5;2~^[6;9~", "<C-Delete><S-PageUp><A-PageDown>"), ("^[Z", "<S-Tab>"),
    ("^OP^OQ^OR^OS^[15~^[17~^[21~^[23~^[24~", "<F1><F2><F3><F4><F5><F6><F10><F11><F12>"),
    ("^[11~^[14~^[25~^[29~^[34~", "<F1><F4><F13><F16><F20>"),
    ("^[1;2P^[1;5R^[15;2~^O2P^O1;2Q", "<S-F1><C-F3><S-F5><S-F1><S-F2>"),
    ("^[[A^[[E", "<F1><F5>"), ("^[[Az", "<F1>z"),
    ("^[a^[d^Oa^[7$", "<S-Up><S-Left><C-Up><S-Home>"),
    ("^Oj^Oy^OM^OX^Ok", "*9<Enter>=+"),
    ("^[97;5u^[13;2u^[27u^[32;5u^[97;2u^[9;5u", "<C-a><S-Enter><Esc><C-Space>A<C-Tab>"),
    ("^[27;5;13~^[27;2;97~", "<C-Enter>A"), ("^[97;1:3ux", "x"),
  ]

  static func bytes(_ text: String) -> [UInt8] {
    text.utf8.map { $0 == UInt8(ascii: "^") ? 0x1B : $0 }
  }

  @Test(arguments: keyTable)
  func `bytes become keys`(text: String, script: String) {
    #expect(decoded(Self.bytes(text)).script == script)
  }

  @Test func `rxvt tells modifiers by the last character`() {
    let bytes = Array("\u{1B}[7$\u{1B}[8^\u{1B}[3@\u{1B}[a".utf8)
    #expect(decoded(bytes).script == "<S-Home><C-End><C-S-Delete><S-Up>")
  }

  @Test(arguments: [
    "\u{1B}[?62;22c", "\u{1B}P1$r0 q\u{1B}\\", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
    "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[24;80R", "\u{1B}[I\u{1B}[O",
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}P>|tmux 3.3a\u{1B}\\", "\u{1B}[>0;276;0c", "\u{1B}[200;1R",
    "\u{1B}[4;1080;1920t", "\u{1B}[E", "\u{1B}[201~", "\u{1B}[57441u", "\u{1B}[?1u", "\u{1B}[[Z",
  ])
  func `what a terminal answers is not typed`(reply: String) {
    #expect(decoded(Array(reply.utf8) + [0x6A]).script == "j")
  }

  @Test func `bytes that are not text are dropped and nothing after them`() {
    for bad in [
      [0xFF], [0xC3, 0x28], [0xE2, 0x82, 0x6A], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x9B],
      [0xF4, 0x90, 0x80, 0x80], [0xC2, 0x9B], [0xE2, 0x80, 0xA8],
    ] as [[UInt8]] {
      let events = decoded(bad + [0x6A])
      #expect(events.last == .key(Key("j")))
      #expect(events.allSatisfy { $0 != .key(Key("\u{FFFD}")) })
    }
    #expect(decoded([0xE2, 0x82]).isEmpty)
  }

  @Test func `a sequence cut short by another gives way to it`() {
    #expect(decoded(Array("\u{1B}[1;\u{1B}[Bj".utf8)).script == "<Down>j")
    #expect(decoded(Array("\u{1B}]0;title\u{1B}[Bj".utf8)).script == "<Down>j")
    #expect(decoded(Array("\u{1B}[12\u{3}".utf8)).script == "<C-c>")
    #expect(decoded(Array("\u{1B}O\u{3}".utf8)).script == "<A-O><C-c>")
  }

  @Test func `an endless sequence fills no memory and ends`() {
    let events = decoded([0x1B, 0x5B] + Array(repeating: 0x31, count: 1000) + [0x7E])
    #expect(events.count == 1000 - 254 + 1)
    #expect(
      decoded([0x1B, 0x5D] + Array(repeating: 0x31, count: 100_000) + [0x07, 0x6A]).script == "j")
  }

  @Test func `waiting is short for what may be a key and long for what cannot`() {
    func patience(_ text: String) -> InputDecoder.Patience? {
      var decoder = InputDecoder()
      _ = decoder.feed(Array(text.utf8))
      return decoder.patience
    }
    #expect(patience("j") == nil)
    #expect(patience("\u{1B}") == .brief)
    #expect(patience("\u{1B}P") == .brief)
    #expect(patience("\u{1B}[1;") == .long)
    #expect(patience("\u{1B}[200~abc") == .long)
    #expect(patience("\u{1B}]11;") == .long)
    #expect(patience("\u{1B}[A") == nil)
  }

  @Test func `a terminal's own sequences come first`() {
    let extra: [[UInt8]: Key] = [
      [0x1B, 0x41]: Key(.up), Array("\u{1B}[999q".utf8): Key(.home), [0x1B, 0x5B]: Key("x"),
      Array("\u{1B}[999".utf8): Key(.end), [0x08]: Key(.left),
    ]
    let bytes = Array("\u{1B}A\u{1B}[999q\u{1B}[Bj\u{8}".utf8)
    for cut in 0...bytes.count {
      #expect(
        decoded(bytes, cutAt: [cut], extraKeys: extra).script == "<Up><Home><Down>j<Backspace>")
    }
    #expect(decoded(Array("\u{1B}[999".utf8), extraKeys: extra).script == "<End>")
  }
}
