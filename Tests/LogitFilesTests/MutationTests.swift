import LogitKernel
import Foundation
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

/// Files with bytes changed, taken out, put in and repeated: each is read whole or refused in a sentence.
///
/// What stops the program ends the tests. `FULL_TESTS=1 swift test --filter Mutation` runs ten times as
/// many.
@Suite struct MutationTests {
  /// Something that reads bytes, with files that it reads well.
  struct Reader: Sendable, CustomTestStringConvertible {
    let name: String
    let seeds: [[UInt8]]
    let read: @Sendable ([UInt8]) throws(FileProblem) -> Void

    var testDescription: String { name }
  }

  private static let perReader = runsEveryCase ? 100_000 : 10_000

  @Test(arguments: readers) func `no changed file stops the program`(reader: Reader) {
    var mutation = Mutation(seeds: reader.seeds, bits: SeededBits(state: UInt64(reader.name.count)))
    var counts = (read: 0, refused: 0)
    for _ in 0..<Self.perReader {
      let bytes = mutation.next()
      do throws(FileProblem) {
        try reader.read(bytes)
        counts.read += 1
      } catch {
        counts.refused += 1
        let sentence = error.sentence(for: "x")
        if !sentence.hasPrefix("x") || !(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
          || sentence.utf8.count > 1000 || visible(sentence) != sentence
        {
          Issue.record("“\(sentence)” for \(bytes)")
        }
      }
    }
    // Changes that are all refused, or none of them, test little.
    #expect(min(counts.read, counts.refused) > Self.perReader / 1000, "\(counts)")
  }
}

/// Changes files a little, and some more than once.
struct Mutation {
  let seeds: [[UInt8]]
  var bits: SeededBits

  private static let marks = Array("\0\n\r\t \"'(),-.:;=[]{}<>|#%+0139aeinfNx_\u{80}\u{FF}".utf8)
  private static let pieces = [
    "1e999", "-inf", "nan", "...", "\u{FEFF}", "null", "{}", "[]", "99999999999999999999", "\r\n",
    "\"\"", "9223372036854775807", "-1", "logits", "label", "target", "''", "1,5", "1_000", "…",
  ].map { Array($0.utf8) }

  private mutating func pick(below count: Int) -> Int { Int(bits.next() % UInt64(max(1, count))) }

  mutating func next() -> [UInt8] {
    var bytes = seeds[pick(below: seeds.count)]
    for _ in 0...pick(below: 4) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = pick(below: bytes.count)
    let end = min(bytes.count, place + 1 + pick(below: 8))
    switch pick(below: 9) {
    case 0 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: bits.next())
    case 1 where !bytes.isEmpty: bytes[place] ^= 1 << pick(below: 8)
    case 2 where !bytes.isEmpty: bytes[place] = Self.marks[pick(below: Self.marks.count)]
    case 3: bytes.insert(Self.marks[pick(below: Self.marks.count)], at: place)
    case 4: bytes.insert(contentsOf: Self.pieces[pick(below: Self.pieces.count)], at: place)
    case 5 where !bytes.isEmpty: bytes.removeSubrange(place..<end)
    case 6 where !bytes.isEmpty: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 7: bytes.removeLast(pick(below: bytes.count))
    default:
      let other = seeds[pick(below: seeds.count)]
      let from = pick(below: other.count)
      bytes.insert(contentsOf: other[from..<min(other.count, from + 12)], at: place)
    }
  }
}

extension MutationTests {
  static let readers = [
    reader(
      "csv", ["a,b,label\n1,2,0\n3,4,b\n", "label,logit\n\"a\"\"\",2\nb,-inf\n", "1;2,5\n3;4\n"]),
    reader("tsv", ["a\tb\ttarget\n1\t2\tb\n3\t4\t0\n", "\tlogit\n0\t2\n1\t1e-3\n"]),
    reader(
      "json",
      [
        "[[1, 2.5], [-3e2, \"nan\"]]", "{\"a\": 1, \"b\": NaN}",
        "{\"logits\": [[1, 2]], \"labels\": [\"a\", \"b\"], \"target\": \"b\", \"shape\": [1, 2]}",
        "[{\"label\": \"a\", \"score\": 0.9}, {\"label\": \"b\", \"score\": 0.1}]",
        "{\"columns\": [\"a\"], \"data\": [[1], [2]]}",
        "{\"choices\": [{\"top_logprobs\": [{\"token\": \"a\", \"logprob\": -0.1}]}]}",
      ]),
    reader(
      "jsonl",
      [
        "{\"logits\": [1, 2], \"target\": 1}\n{\"logits\": [3, 4], \"target\": 0}",
        "[1, 2]\n[3, 4]\n",
        "{\"a\": 1, \"b\": 2}\n{\"a\": 3, \"b\": 4}", "{\"label\":\"a\",\"logit\":1}\n[1]",
      ]),
    reader("txt", fixtures),
    reader(
      "toml", ["name = \"n\"\nlogits = [1, 2e3, nan]\nlabels = [\"a\", \"b\", 'c']\ntarget = 1\n"]),
    arrays(
      "npy",
      [
        BinaryFile.numpy("<f4", shape: "(2, 2)", BinaryFile.bytes([Int32](1...4))),
        BinaryFile.numpy(">i2", shape: "(4,)", fortran: true, version: 2, Array(0..<8)),
        BinaryFile.numpy("<f2", shape: "(2, 1)", [0, 1, 2, 3]),
      ]),
    arrays(
      "npz",
      [
        BinaryFile.zip("logits.npy", BinaryFile.numpy("|u1", shape: "(2, 2)", [1, 2, 3, 4]))
      ]),
    arrays(
      "safetensors",
      [
        BinaryFile.safeTensors(
          "{\"a\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,2]},"
            + "\"logits\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[2,10]}}",
          Array(0..<10))
      ]),
    Reader(
      name: "labels",
      seeds: [
        "cat\ndog\r\nfox", "[\"a\", \"b\"]", "{\"model\": {\"vocab\": {\"a\": 0, \"b\": 1}}}",
        "{\"vocab\": {\"a\": 0}, \"added_tokens\": [{\"id\": 1, \"content\": \"b\"}]}",
      ].map { Array($0.utf8) }
    ) { bytes throws(FileProblem) in _ = try classLabels(in: bytes) },
    Reader(name: "pasted", seeds: fixtures.map { Array($0.utf8) }) { bytes throws(FileProblem) in
      let pasted = try PastedLogits(String(decoding: bytes, as: UTF8.self))
      #expect(pasted.labels.map { $0.count == pasted.logits.count } ?? true)
    },
    Reader(
      name: "lesson",
      seeds: [
        "title = \"T\"\nlevel = \"loss\"\nminutes = 3\npoint = \"P.\"\n[setup]\nlogits = [1, 0]\n"
          + "[[step]]\nsay = \"A {p[0]}.\"\nset = { temperature = 2 }\nassert = [\"T = 2\"]\n"
          + "[[step]]\nask = \"Q?\"\nchoices = [\"a\", \"b\"]\nanswer = 1\nreplies = [\"No.\", \"Yes.\"]\n"
      ].map { Array($0.utf8) }
    ) { bytes throws(FileProblem) in
      let text = String(decoding: bytes, as: UTF8.self)
      for fault in try LessonFile(toml: text, name: "n", preset: { _ in nil }).faults().prefix(1) {
        throw fault
      }
    },
    Reader(
      name: "targets",
      seeds: ["0\n1\nb\n", "[0, \"a\", 1]", "label\n0\n1\n0"].map { Array($0.utf8) } + [
        BinaryFile.numpy("<i8", shape: "(3,)", BinaryFile.bytes([Int64](0...2)))
      ]
    ) { bytes throws(FileProblem) in
      let table = try LogitTable(bytes: Array("a,b\n1,2\n3,4\n5,6".utf8), ending: "csv", name: "n")
      let targets = try table.with(RowTargets(bytes: bytes)).targets
      #expect(targets?.allSatisfy { (0..<2).contains($0) } == true)
    },
  ]

  private static var fixtures: [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/texts.jsonl")
    let bytes = (try? Data(contentsOf: file)) ?? Data()
    return bytes.split(separator: 0x0A).compactMap { line in
      guard case .string(let text)? = try? JSONValue.parse(Array(line))["text"] else { return nil }
      return text
    }
  }

  private static func reader(_ ending: String, _ seeds: [String]) -> Reader {
    arrays(ending, seeds.map { Array($0.utf8) })
  }

  /// Reads every row of a table.
  private static func arrays(_ ending: String, _ seeds: [[UInt8]]) -> Reader {
    Reader(name: ending, seeds: seeds) { bytes throws(FileProblem) in
      let table = try LogitTable(bytes: bytes, ending: ending, name: "n")
      for row in 0..<max(1, min(table.count, 4)) {
        let document = try table.document(row: row)
        #expect(document.labels.count == document.count && document.count > 0)
      }
    }
  }
}
