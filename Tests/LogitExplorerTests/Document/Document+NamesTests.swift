import Testing

@testable import LogitExplorer

@Suite struct DocumentNamesTests {
  private let document = Document(
    name: "", labels: ["cat", "car", "Dog", "", "7"], logits: [1, 2, 3, 4, 5])

  @Test func `a class is named by label, number or the beginning of its label`() throws {
    #expect(try document.classIndex(named: "car") == 1)
    #expect(try document.classIndex(named: "2") == 1)
    #expect(try document.classIndex(named: "do") == 2)
    // A label wins over a number.
    #expect(try document.classIndex(named: "7") == 4)
  }

  @Test(arguments: [
    ("ca", "'ca' could be cat or car."),
    ("0", "There is no class 0: they are numbered from 1 to 5."),
    ("6", "There is no class 6: they are numbered from 1 to 5."),
    ("bird", "There is no class 'bird'."),
  ])
  func `what names none or two is refused in a sentence`(text: String, sentence: String) {
    do {
      _ = try document.classIndex(named: text)
      Issue.record("'\(text)' names a class")
    } catch {
      #expect(error.sentence == sentence)
    }
  }

  @Test(arguments: [
    ("flowers", "flowers.toml"), ("", "untitled.toml"), ("Softmax, twice", "Softmax-twice.toml"),
    ("a/b: c?", "a-b-c.toml"), ("naïve_1.5", "naïve_1.5.toml"), ("\u{1b}[2J", "2J.toml"),
    ("?", "untitled.toml"),
  ])
  func `a file is called as a shell likes it`(name: String, file: String) {
    #expect(Document(name: name, logits: []).fileName == file)
  }

  @Test func `names for sentences and for new classes`() {
    #expect(document.shortName(0) == "cat" && document.shortName(3) == "class 4")
    #expect(shortened(String(repeating: "x", count: 99)).count == 24)
    #expect(document.freshLabel() == "class 6")
    #expect(Document(name: "", labels: ["class 2"], logits: [0]).freshLabel() == "class 3")
    #expect(singleLine("a\r\nb\u{2028}c\td") == "a b c\td")
  }
}
