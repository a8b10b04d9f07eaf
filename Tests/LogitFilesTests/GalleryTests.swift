import Foundation
import LogitExplorer
import LogitFiles
import LogitKernel
import LogitscopeResources
import Testing

@Suite struct GalleryTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func file(_ name: String) -> String { name.replacing("-", with: "_") + ".toml" }

  private func document(_ known: GalleryCase) throws -> Document {
    try Document(bytes: known.bytes, ending: "toml", name: "")
  }

  @Test func `the list of cases is the folder of cases`() throws {
    let folder = Self.root.appending(path: "Resources/Gallery")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == GalleryCase.all.map { file($0.name) }.sorted())
    for known in GalleryCase.all {
      let data = try Data(contentsOf: folder.appending(path: file(known.name)))
      #expect(data == Data(known.bytes), "\(known.name)")
    }
  }

  @Test func `names are those of no preset and begin with a letter`() {
    let names = GalleryCase.all.map(\.name) + Preset.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.first?.isLetter == true })
  }

  @Test(arguments: GalleryCase.all.map(\.name))
  func `a case is a document of its own name, one line, and an arithmetic that rounds`(
    name: String
  ) throws {
    let known = try #require(GalleryCase.all.first { $0.name == name })
    let document = try document(known)
    #expect(document.name == name)
    #expect((20...76).contains(document.note.count), "\(document.note.count)")
    #expect(document.count >= 1)
    #expect(!document.arithmetic.isExact)
    let result = try #require(Quantity.Kind(rawValue: known.result))
    switch result {
    case .probability, .logProbability, .crossEntropyGradient:
      #expect(document.target != .none, "the result is of one class")
    case .crossEntropy, .binaryLoss, .binaryGradient: #expect(document.target != .none)
    default: break
    }
  }

  /// The fixture of the kernel has the same cases with other names.
  @Test func `all fifty-two cases of the kernel's fixture are here with their numbers`() throws {
    let file = Self.root.appending(path: "Tests/LogitKernelTests/Fixtures/gallery.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let documents = try GalleryCase.all.map { try document($0) }
    for line in lines {
      let fields = line.components(separatedBy: "; ")
      let logits =
        fields[1] == "ramp" ? (0...1000).map { Double($0) / 10 } : numbers(fields[1])
      let isThere = documents.contains { document in
        haveSameBits(document.logits.array, logits)
          && (fields.count == 6
            || haveSameBits([document.temperature], [parseNumber(fields[2]) ?? .nan]))
      }
      #expect(isThere, "\(fields[0])")
    }
  }

  private func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").flatMap { word in
      let parts = word.split(separator: "*")
      let count = parts.count == 2 ? Int(parts[1]) ?? 0 : 1
      return [Double](repeating: parseNumber(parts[0]) ?? .nan, count: count)
    }
  }

  /// Where most of the cases fail, so that a change of the arithmetic that cures one is seen.
  @Test func `the result of a case is wrong in its own format by its own algorithm`() throws {
    let right = try GalleryCase.all.filter { known in
      let document = try document(known)
      let settings = document.arithmetic.settings
      let result = try #require(Quantity.Kind(rawValue: known.result))
      let table = FormatsTable(
        row: document.row,
        quantity: result.quantity(in: document, selection: document.targetClass),
        settings: settings)
      let row = try #require(table.formats.firstIndex { $0.name == settings.storage.name })
      let column = try #require(table.algorithms.firstIndex(of: settings.algorithm))
      return table.cells[row][column].isRight
    }
    // These are about what is right by convention, or about the format and not the algorithm.
    let expected = [
      "all-masked", "calm-water", "eight-bit-cliff", "half-smallest", "last-subnormal",
      "mask-beyond-half", "poison", "smoothing-and-a-mask", "smoothing-meets-mask", "sum-not-one",
      "three-masked",
    ]
    #expect(right.map(\.name).sorted() == expected)
  }
}
