import LogitKernel
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

@Suite struct OpenDocumentTests {
  @Test func `the ending decides how a file is read, or else what is in it`() throws {
    func read(_ text: String, _ ending: String) throws -> [Double] {
      try Document(bytes: Array(text.utf8), ending: ending, name: "n").logits.array
    }
    #expect(try read("1,2", "csv") == [1, 2])
    #expect(try read("1\t2", "tsv") == [1, 2])
    #expect(try read("[1, 2]", "json") == [1, 2])
    #expect(try read("logits = [1, 2]", "toml") == [1, 2])
    #expect(try read("logits = [1, 2]", "") == [1, 2])
    #expect(try read("a: 1\nb: 2", "txt") == [1, 2])
  }

  @Test func `a document without an ending keeps all its fields`() throws {
    let document = Document(name: "n", logits: [1, 2], temperature: 3, labelSmoothing: 0.1)
    #expect(try Document(bytes: Array(document.toml.utf8), name: "other") == document)
  }

  @Test func `text that is not UTF-8 is refused with its line`() {
    let bytes = Array("logits = [1]\nname = \"".utf8) + [0xFF, 0x22]
    let found = sentence { () throws(FileProblem) in
      _ = try Document(bytes: bytes, ending: "toml", name: "")
    }
    #expect(found == "x, line 2: the bytes are not UTF-8 text.")
  }

  @Test func `random bytes never end the program`() {
    var bits = SeededBits(state: 4)
    let starts = [[], [0x93] + Array("NUMPY\u{1}\0v\0{'descr': '<f4', 'shape': (".utf8)]
    for turn in 0..<3000 {
      let noise = (0..<Int(bits.next() % 60)).map { _ in UInt8(truncatingIfNeeded: bits.next()) }
      let ending = ["toml", "csv", "json", "npy", "tsv", ""][turn % 6]
      let document = try? Document(bytes: starts[turn % 2] + noise, ending: ending, name: "n")
      #expect(document.map { $0.labels.count == $0.count } ?? true)
    }
  }

  @Test func `a broken document never ends the program`() {
    var bits = SeededBits(state: 5)
    let whole = Array(
      "name = \"n\"\nlogits = [1, 2e3, nan]\nlabels = [\"a\", \"b\", \"c\"]\nmasked = [1]\ntarget = 1"
        .utf8)
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...(bits.next() % 3) {
        bytes[Int(bits.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: bits.next() & 127)
      }
      let document = try? Document(bytes: bytes, ending: "toml", name: "n")
      #expect(document.map { $0.labels.count == $0.count } ?? true)
    }
  }
}
