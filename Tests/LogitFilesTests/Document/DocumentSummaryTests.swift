import LogitExplorer
import LogitFiles
import LogitscopeResources
import Testing

@Suite struct DocumentSummaryTests {
  @Test func `it tells what the document would`() throws {
    let known = Preset.all.map { ($0.name, $0.bytes) } + GalleryCase.all.map { ($0.name, $0.bytes) }
    for (name, bytes) in known {
      let text = String(decoding: bytes, as: UTF8.self)
      let document = try Document(toml: text, name: name)
      let summary = DocumentSummary(toml: text)
      #expect(summary?.note == document.note && summary?.count == document.count, "\(name)")
    }
  }

  @Test func `what is no document has none`() {
    #expect(DocumentSummary(toml: "logits = [") == nil)
    #expect(DocumentSummary(toml: "note = 'x'") == nil)
    #expect(DocumentSummary(toml: "logits = []")?.count == 0)
  }
}
