import Testing

@testable import TerminalCells

@Suite struct KeyTests {
  static let everyKey: [Key] = {
    var keys: [Key] = []
    let characters = "jL<>- é日?1".map { Key.Code.character($0) }
    for code in Key.names.map(\.code) + characters {
      for bits in 0..<8 { keys.append(Key(code, Key.Modifiers(rawValue: UInt8(bits)))) }
    }
    return keys
  }()

  @Test func `every notation reads back as its key`() throws {
    for key in Self.everyKey {
      #expect(try Key.parse(key.notation) == [key], "\(key.notation)")
      #expect(Key(notation: key.notation) == key)
    }
  }

  @Test func `no two keys share a notation`() {
    #expect(Set(Self.everyKey.map(\.notation)).count == Set(Self.everyKey).count)
  }

  @Test(arguments: [
    ("j", Key("j")), ("<Left>", Key(.left)), ("<S-Left>", Key(.left, .shift)),
    ("<C-r>", Key("r", .control)), ("<A-1>", Key("1", .alt)), ("<Space>", Key(" ")),
    ("<Enter>", Key(.enter)), ("<Esc>", Key(.escape)), ("<S-Tab>", Key(.tab, .shift)),
    ("<Backspace>", Key(.backspace)), ("<PageUp>", Key(.pageUp)), ("<F2>", Key(.function(2))),
    ("<lt>", Key("<")), (">", Key(">")),
  ])
  func `keys have the notation that help shows`(notation: String, key: Key) {
    #expect(key.notation == notation)
  }

  @Test func `a script is read key by key`() throws {
    #expect(try Key.parse("jl<Tab>") == [Key("j"), Key("l"), Key(.tab)])
    #expect(try Key.parse("<c-a-s-HOME>") == [Key(.home, [.control, .alt, .shift])])
    #expect(try Key.parse("a\n\tb") == [Key("a"), Key(.enter), Key(.tab), Key("b")])
    #expect(try Key.parse("") == [])
    #expect(try Key.parse("<C->>x") == [Key(">", .control), Key("x")])
    #expect(try Key.parse("é<A-é>") == [Key("é"), Key("é", .alt)])
  }

  @Test(arguments: [
    ("jj<Tabb>", 3), ("<", 1), ("a<", 2), ("ab<Left", 3), ("<>", 1), ("<X-a>", 1), ("<j>", 1),
    ("日<F99>", 2), ("ab\u{1B}", 3), ("<C->", 1), ("<F0>", 1),
  ])
  func `a wrong script names its place`(script: String, position: Int) {
    let error = #expect(throws: KeyScriptError.self) { try Key.parse(script) }
    #expect(error?.position == position)
    #expect(error?.sentence.contains("character \(position):") == true)
    #expect(Key(notation: script) == nil)
  }
}
