import Testing

@testable import LogitExplorer

@Suite struct KeyNameTests {
  @Test(arguments: [
    ("j", "j", "j"), ("<lt>", "<", "<"), ("<Left>", "←", "Left"),
    ("<S-Left>", "Shift-←", "Shift-Left"),
    ("<C-r>", "Ctrl-R", "Ctrl-R"), ("<A-1>", "Alt-1", "Alt-1"), ("<Space>", "Space", "Space"),
    ("<S-Tab>", "Shift-Tab", "Shift-Tab"), ("<C-A-x>", "Ctrl-Alt-X", "Ctrl-Alt-X"), ("<", "<", "<"),
    (">", ">", ">"), ("<>", "<>", "<>"), ("0-9", "0-9", "0-9"),
  ])
  func `keys as people read them`(notation: String, text: String, ascii: String) {
    #expect(KeyName.label(notation) == text)
    #expect(KeyName.label(notation, isASCII: true) == ascii)
  }

  @Test(arguments: [
    ("jl<Tab>", ["j", "l", "<Tab>"]), ("<c-a-s-HOME>", ["<C-A-S-Home>"]), ("<M-x>", ["<A-x>"]),
    ("a\n\tb", ["a", "<Enter>", "<Tab>", "b"]), ("", []), ("<C->>x", ["<C->>", "x"]),
    ("é<A-é>", ["é", "<A-é>"]), ("a b<lt>>", ["a", "<Space>", "b", "<lt>", ">"]),
    ("<C- ><S-C-lt><f24>", ["<C-Space>", "<C-S-lt>", "<F24>"]),
  ])
  func `a script is read key by key`(script: String, notations: [String]) throws {
    #expect(try KeyName.parse(script).map(\.notation) == notations)
  }

  @Test(arguments: [
    ("jj<Tabb>", 3), ("<", 1), ("a<", 2), ("ab<Left", 3), ("<>", 1), ("<X-a>", 1), ("<j>", 1),
    ("日<F99>", 2), ("ab\u{1B}", 3), ("<C->", 1), ("<F0>", 1),
  ])
  func `a wrong script names its place`(script: String, position: Int) {
    let error = #expect(throws: KeyScriptError.self) { try KeyName.parse(script) }
    #expect(error?.position == position)
    #expect(error?.sentence.contains("character \(position):") == true)
  }

  @Test func `every key of a command is a key`() throws {
    for key in Command.catalog.flatMap(\.keys) {
      #expect(try KeyName.parse(key).map(\.notation) == [key])
    }
  }
}
