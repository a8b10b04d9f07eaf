import Testing

@testable import LogitExplorer

@Suite struct SearchTextTests {
  @Test func `numbered labels are searched without being made`() {
    for text in ["12", "class 12", "CLASS", "s 1", "0", "x", "é", "class 123456"] {
      let (wanted, labels) = (SearchText(text), Labels(numbered: 2000))
      for index in labels.indices {
        #expect(labels.hasLabel(at: index, with: wanted) == wanted.occurs(in: labels[index]))
      }
    }
  }

  @Test func `case and letters beyond ASCII`() {
    #expect(SearchText("kelvin").occurs(in: "\u{212A}elvin"))
    #expect(!SearchText("é").occurs(in: "e") && SearchText("Z[").occurs(in: "az[b"))
    #expect(!SearchText("[").occurs(in: "{") && !SearchText("@").occurs(in: "`"))
    #expect(
      SearchText("long label that is not short").occurs(in: "A Long LABEL that is not SHORT."))
  }

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
}
