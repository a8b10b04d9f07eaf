import Testing

@testable import LogitExplorer

@Suite struct TextFieldEditTests {
  private func field(_ text: String, _ edits: FieldEdit...) -> TextField {
    var field = TextField(text)
    for edit in edits { field.apply(edit) }
    return field
  }

  @Test func `editing is where the cursor is`() {
    #expect(field("ab", .moveBack, .insert("x")).text == "axb")
    #expect(field("ab", .moveToStart, .deleteForward).text == "b")
    #expect(field("ab", .deleteBackward).text == "a")
    #expect(field("ab", .moveToStart, .deleteBackward).text == "ab")
    #expect(field("ab", .deleteForward).text == "ab")
    #expect(field("ab", .moveForward).cursor == 2)
    #expect(field("ab", .moveToStart, .moveBack).cursor == 0)
  }

  @Test func `words and ends`() {
    #expect(field("one two  ", .deleteWord).text == "one ")
    #expect(field("one two", .moveBack, .deleteWord).text == "one o")
    #expect(field("one two", .moveBack, .deleteToStart).text == "o")
    #expect(field("one two", .moveToStart, .moveForward, .deleteToEnd).text == "o")
    #expect(field("one", .moveToStart, .moveToEnd).cursor == 3)
  }

  @Test func `control characters and line breaks do not get in`() {
    #expect(field("", .insert("a\u{1b}[31m\nb\u{7f}\u{85}\u{2028}c")).text == "a[31mbc")
  }

  @Test func `a combining character joins the one before the cursor`() {
    let accented = field("e", .insert("\u{301}"))
    #expect(accented.text.count == 1 && accented.cursor == 1)
    #expect(field("宽é", .deleteBackward).text == "宽")
  }

  @Test func `an endless paste is cut`() {
    let long = field("", .insert(String(repeating: "9", count: 10_000)))
    #expect(long.text.count == TextField.limit && long.cursor == TextField.limit)
    #expect(field(long.text, .insert("1")).text.count == TextField.limit)
  }
}
