import LogitExplorer
import LogitFiles
import TestSupport
import Testing

@Suite struct DocumentWriterTests {
  func again(_ document: Document) throws -> Document {
    try Document(toml: document.toml, name: "other")
  }

  @Test func `a document with every field reads back the same to the bit`() throws {
    let document = Document(
      name: "quote \" and \\", note: "tab\t, newline\n, bell\u{7}",
      labels: ["", "日本", "e\u{301}", "\u{7F}", "a\r\nb", "\u{85}", "\u{2028}\u{FEFF}\u{202E}"],
      logits: [
        -0.0, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, 1.7976931348623157e308, 0.1,
      ],
      isMasked: [true, false, false, true, false, false, false], temperature: -1e-5,
      target: .weights([0, 0.1, 1e-300, 1, 2, 0, 0]), labelSmoothing: 0.1, loss: .binaryCrossEntropy
    )
    #expect(try again(document) == document)
  }

  @Test func `any bits of a logit survive`() throws {
    var bits = SeededBits(state: 1)
    let values = (0..<3000).map { _ in Double(bitPattern: bits.next()) }.map {
      $0.isNaN ? .nan : $0
    }
    let document = Document(name: "bits", logits: values)
    #expect(try again(document) == document)
  }

  @Test func `whole numbers around the edge of exactness survive`() throws {
    let values = [0x1p53, 0x1p53 + 2, 0x1p63, -0x1p63, 1e15, 1e16, 1e22, 123_456_789]
    let document = Document(name: "whole", logits: values)
    #expect(try again(document) == document)
  }

  @Test func `a NUL becomes its symbol`() throws {
    let document = Document(name: "a\0", labels: ["\0\0"], logits: [0])
    #expect(try again(document) == Document(name: "a␀", labels: ["␀␀"], logits: [0]))
  }

  @Test func `any other character survives in a label`() throws {
    var bits = SeededBits(state: 2)
    var labels = (UInt32(1)..<0x3000).compactMap { Unicode.Scalar($0) }.map { String($0) }
    for _ in 0..<300 {
      labels += [Unicode.Scalar(UInt32(bits.next() % 0x10FFFF + 1))].compactMap { $0 }.map {
        String($0)
      }
    }
    let document = Document(
      name: "labels", labels: labels, logits: labels.map { _ in 0 })
    let read = try again(document)
    // Canonically equal strings compare equal: compare their bytes.
    #expect(read.labels.map { Array($0.utf8) } == document.labels.map { Array($0.utf8) })
  }

  @Test func `the flowers are four short lines`() {
    #expect(
      Document.flowers.toml == """
        name = "flowers"
        labels = ["setosa", "versicolor", "virginica"]
        logits = [2, 1, 0.1]
        target = 0

        """)
  }

  @Test func `long rows are broken into lines of at most 100 columns`() throws {
    let document = Document(name: "long", logits: (0..<200).map { Double($0) / 3 })
    #expect(document.toml.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try again(document) == document)
  }

  @Test func `no classes at all read back`() throws {
    let document = Document(name: "none", logits: [])
    #expect(try again(document) == document)
  }
}
