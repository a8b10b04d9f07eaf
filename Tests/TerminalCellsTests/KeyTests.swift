import Testing

@testable import TerminalCells

@Suite struct KeyTests {
  private static let named: [Key.Code] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace,
      .tab, .enter, .escape,
    ] + (1...24).map { .function($0) }

  static let everyKey: [Key] = {
    var keys: [Key] = []
    let characters = "jL<>- é日?1".map { Key.Code.character($0) }
    for code in named + characters {
      for bits in 0..<8 { keys.append(Key(code, Key.Modifiers(rawValue: UInt8(bits)))) }
    }
    return keys
  }()

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
}
