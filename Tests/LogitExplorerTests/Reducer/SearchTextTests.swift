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
}
