import LogitKernel
import Foundation
import LogitExplorer
import LogitFiles
import Testing

/// What programs print and save, each with the logits that a person sees in it, or a word of the
/// sentence that refuses it.
@Suite struct TextFixtureTests {
  private static let lines: [JSONValue] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/texts.jsonl").standardizedFileURL
    let bytes = (try? Data(contentsOf: file)) ?? Data()
    return bytes.split(separator: 0x0A).compactMap { try? JSONValue.parse(Array($0)) }
  }()

  private func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { return text }
    return nil
  }

  @Test func `the fixture is there`() { #expect(Self.lines.count >= 230) }

  @Test(arguments: lines) func `each text is read as a person reads it`(_ line: JSONValue) throws {
    let source = try #require(text(line["text"]))
    let ending = try #require(text(line["ending"]))
    do throws(FileProblem) {
      let document = try Document(bytes: Array(source.utf8), ending: ending, name: "n")
      guard case .array(let expected)? = line["logits"] else {
        Issue.record("read as \(document.logits.array): \(source)")
        return
      }
      #expect(document.logits.array == expected.compactMap(\.asNumber), "\(source)")
      if case .array(let labels)? = line["labels"] {
        #expect(document.labels.array == labels.compactMap { text($0) }, "\(source)")
      }
      if let target = line["target"]?.asNumber {
        #expect(document.target == .index(Int(target)), "\(source)")
      }
      if let words = text(line["notice"]) {
        let remarks = document.source.remarks
        #expect(remarks.contains { $0.contains(words) }, "\(remarks): \(source)")
      }
      #expect(line["rows"]?.asNumber == Double(document.source.rows), "\(source)")
    } catch {
      let word = text(line["error"])
      #expect(word != nil && error.sentence(for: "x").contains(word ?? ""), "\(error): \(source)")
    }
  }
}
