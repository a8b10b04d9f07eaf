import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

/// Every lens and kind of document at every size and on two terminals, as recorded under Frames.
///
/// `UPDATE_FRAMES=1 swift test` records them anew and fails, so that nobody records by accident.
@Suite struct FrameGoldenTests {
  @Test(arguments: Lens.allCases, FrameCases.documents.map(\.name))
  func `each screen is as it was recorded`(lens: Lens, name: String) throws {
    let document = try #require(FrameCases.documents.first { $0.name == name }).document
    let state = ExplorerState(document: document, lens: lens)
    var parts: [String] = []
    for size in FrameCases.sizes {
      for glyphs in [GlyphLevel.blocks, .ascii] {
        let grid = frame(state, size: size, glyphs: glyphs).grid
        parts.append("== \(size.width)x\(size.height) \(glyphs)\n" + GoldenFrame.text(grid))
      }
    }
    let text = parts.joined(separator: "\n") + "\n"
    let file = "\(lens.rawValue)-\(name)"
    if GoldenFrame.isUpdating {
      try GoldenFrame.record(text, as: file)
      Issue.record("recorded \(file)")
    } else if text != GoldenFrame.recorded(file) {
      Issue.record("\(file) differs from its record: \(difference(text, file))")
    }
  }

  private func difference(_ text: String, _ file: String) -> String {
    guard let recorded = GoldenFrame.recorded(file) else { return "there is none" }
    let pairs = zip(text.split(separator: "\n"), recorded.split(separator: "\n"))
    guard let (now, before) = pairs.first(where: { $0 != $1 }) else { return "lengths differ" }
    return "\n\(before)\n\(now)"
  }
}
