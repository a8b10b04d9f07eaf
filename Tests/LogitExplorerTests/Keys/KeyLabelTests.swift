import Testing

@testable import LogitExplorer

@Suite struct KeyLabelTests {
  @Test(arguments: [
    ("j", "j", "j"), ("<lt>", "<", "<"), ("<Left>", "←", "Left"),
    ("<S-Left>", "Shift-←", "Shift-Left"),
    ("<C-r>", "Ctrl-R", "Ctrl-R"), ("<A-1>", "Alt-1", "Alt-1"), ("<Space>", "Space", "Space"),
    ("<S-Tab>", "Shift-Tab", "Shift-Tab"), ("<C-A-x>", "Ctrl-Alt-X", "Ctrl-Alt-X"), ("<", "<", "<"),
    (">", ">", ">"), ("<>", "<>", "<>"),
  ])
  func `keys as people read them`(notation: String, text: String, ascii: String) {
    #expect(KeyLabel.text(notation) == text)
    #expect(KeyLabel.text(notation, isASCII: true) == ascii)
  }
}
