import Foundation
import LogitExplorer
import LogitFiles
import LogitKernel
import TestSupport
import Testing

/// Readers and writers end at a block once nobody wants what they make.
@Suite struct StoppedReadingTests {
  static let count = 40_000

  /// A text of each kind that is read block by block.
  static let texts: [(ending: String, text: String)] = {
    let names = (0..<count).map { "name \($0)" }
    let numbers = (0..<count).map { "\(Double($0 % 977) / 8 - 60.25)" }
    let pairs = zip(names, numbers)
    return [
      ("csv", "label,logit\n" + pairs.map { "\($0),\($1)\n" }.joined()),
      ("csv", numbers.joined(separator: ",") + "\n"),
      ("txt", numbers.joined(separator: "\n")),
      ("txt", pairs.map { "\($0): \($1)\n" }.joined()),
      ("txt", "tensor([" + numbers.joined(separator: ", ") + "], device='cuda:0')"),
      ("json", "[" + numbers.joined(separator: ", ") + "]"),
      ("json", "{" + pairs.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"),
      ("jsonl", numbers.map { "{\"logits\": [\($0), 1]}\n" }.joined()),
    ]
  }()

  @Test(arguments: texts.indices)
  func `a reader that is stopped half way gives nothing`(index: Int) throws {
    let (ending, text) = Self.texts[index]
    let bytes = Array(text.utf8)
    let whole = try Document(bytes: bytes, ending: ending, name: "n")
    // At every report in turn: in each step, and not only in the first.
    var reports = 0
    for stop in 1...200 {
      let place = Countdown(stop)
      let work = Work { place.count() ? $0.stop() : () }
      let result = Work.$current.withValue(work) {
        Result { () throws(FileProblem) in
          try Document(bytes: bytes, ending: ending, name: "n")
        }
      }
      guard work.isStopped else {
        #expect(result == .success(whole))
        break
      }
      #expect(result == .failure(.stopped))
      reports = stop
    }
    #expect(reports > 1)
  }

  @Test func `labels of a file stop too`() throws {
    let list = "[" + (0..<Self.count).map { "\"name \($0)\"" }.joined(separator: ",") + "]"
    let work = Work { $0.stop() }
    Work.$current.withValue(work) {
      _ = #expect(throws: FileProblem.stopped) { try classLabels(in: Array(list.utf8)) }
    }
  }

  @Test func `a save that is stopped leaves the old file, and nothing beside it`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "kept.toml").path
    try save("old", to: path, overwrite: false)
    let document = Document(name: "many", logits: (0..<200_000).map { Double($0) })
    for stop in 1...6 {
      let place = Countdown(stop)
      let work = Work { place.count() ? $0.stop() : () }
      Work.$current.withValue(work) {
        _ = #expect(throws: FileProblem.stopped) {
          try save(document.toml, to: path, overwrite: true)
        }
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept.toml"])
  }
}
