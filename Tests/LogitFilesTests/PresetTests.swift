import Foundation
import LogitExplorer
import LogitFiles
import LogitscopeResources
import Testing

@Suite struct PresetTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Resources/Presets")

  @Test func `the table of presets is the folder of presets`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let listed = Preset.all.map { $0.name.replacing("-", with: "_") + ".toml" }
    #expect(files.sorted() == listed.sorted())
    #expect(Preset.all.count >= 12)
  }

  @Test(arguments: Preset.all.map(\.name))
  func `a preset is a document of its own name and one line`(
    name: String
  ) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let document = try Document(bytes: preset.bytes, ending: "toml", name: "")
    #expect(document.name == name)
    #expect((20...76).contains(document.note.count))
    #expect(document.count >= 2)
    let file = Self.folder.appending(path: name.replacing("-", with: "_") + ".toml")
    #expect(try Data(contentsOf: file) == Data(preset.bytes))
  }

  @Test func `the first preset is what the program opens on`() throws {
    var document = try Document(bytes: #require(Preset.all.first).bytes, name: "")
    #expect(document.note.contains("0.659001 0.242433 0.098566"))
    document.note = Document.flowers.note
    #expect(document == .flowers)
  }

  /// The numbers of the notes that are probabilities of the document's own softmax.
  @Test(arguments: [
    ("flowers", [0.659001, 0.242433, 0.098566]), ("iris-clear", [0.981557]),
    ("iris-close", [0.523899, 0.475572]), ("iris-missed", [0.518273]),
    ("digit-unsure", [0.503852, 0.494347]), ("digit-wrong", [0.999987]), ("binary", [0.880797]),
    ("thousands", [0.090031, 0.244728, 0.665241]),
  ]) func `the probabilities in a note are right`(name: String, expected: [Double]) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let document = try Document(bytes: preset.bytes, ending: "toml", name: "")
    // On purpose not with the kernel under test: three lines of textbook.
    let top = document.effectiveLogits.max() ?? 0
    let powers = document.effectiveLogits.map { exp($0 - top) }
    let probabilities = powers.map { $0 / powers.reduce(0, +) }
    for value in expected {
      #expect(probabilities.contains { abs($0 - value) < 0.5000001e-6 })
      #expect(document.note.contains(String(format: "%.6f", value)))
    }
  }
}
