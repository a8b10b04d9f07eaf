import Testing

@testable import LogitExplorer

@Suite struct KeyTableMarkdownTests {
  @Test func `a row for every key and command, three cells each`() {
    let lines = KeyTable.markdown.split(separator: "\n")
    let rows = KeyTable.sections.map(\.rows.count).reduce(0, +)
    #expect(lines.count == 2 + KeyTable.sections.count + rows)
    for line in lines {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 4, "\(line)")
    }
    #expect(KeyTable.markdown.contains("| `←` `h` | `decrease` | Lower the logit by a step |"))
  }

  @Test func `keys as text, in ASCII too`() throws {
    let row = try #require(KeyTable.sections.first?.rows.first)
    #expect(row.keyText() == "↑ k" && row.keyText(isASCII: true) == "Up k")
  }
}
