import Testing

@testable import LogitExplorer

@Suite struct SearchTextTests {
  @Test func `a text is found in either case, anywhere`() {
    #expect(SearchText("COL").occurs(in: "versicolor"))
    #expect(SearchText("É").occurs(in: "été"))
    #expect(!SearchText("colour").occurs(in: "versicolor"))
    #expect(SearchText("").isEmpty && !SearchText("a").isEmpty)
  }

  @Test func `a text longer than any label is not looked for`() {
    let long = SearchText(String(repeating: "9", count: 100_000))
    #expect(!long.occurs(in: String(repeating: "9", count: 30_000)))
    #expect(!SearchText("ab").occurs(in: "") && SearchText("ab").occurs(in: "ab"))
  }

  @Test func `labels are searched as their lower-case strings are`() {
    let labels = [
      "class 10", "Class", "ÉTÉ", "\u{212A}elvin", "▁The", "", "@[`{", "aAbB", "a\u{301}",
    ]
    for wanted in ["c", "CLASS 1", "10", "é", "k", "the", "@", "{", "ABB", "a", "\u{301}"] {
      let (text, lowered) = (SearchText(wanted), wanted.lowercased())
      for label in labels {
        let bytes = Array(label.lowercased().utf8)
        let isPart = bytes.indices.contains { bytes[$0...].starts(with: lowered.utf8) }
        #expect(text.occurs(in: label) == isPart, "\(wanted) in \(label)")
        let begins = label.lowercased().hasPrefix(lowered)
        #expect(text.occurs(in: label, asPrefix: true) == begins, "\(wanted) in \(label)")
      }
    }
  }

  @Test func `numbered labels are as their strings`() {
    let (numbered, given) = (Labels(numbered: 1200), Labels(Labels(numbered: 1200).array))
    for wanted in ["s 11", "CLASS 1", "99", "0", "", "class 1200", "class 1201", "class 01", "x"] {
      let text = SearchText(wanted)
      #expect(numbered.firstIndex(of: wanted) == given.firstIndex(of: wanted))
      #expect(
        numbered.completions(of: text, atMost: 20) == given.completions(of: text, atMost: 20))
      for index in [0, 9, 10, 98, 1199] where !text.isEmpty {
        #expect(numbered.has(text, at: index) == given.has(text, at: index))
      }
    }
    #expect(Labels(numbered: 0).firstIndex(of: "class 1") == nil)
    #expect(
      Labels(["ba", "ab", "b"]).completions(of: SearchText("B"), atMost: 9) == ["ba", "b", "ab"])
  }
}
