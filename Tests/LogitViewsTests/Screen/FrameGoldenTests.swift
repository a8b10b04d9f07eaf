import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

/// Every lens and kind of document on two screens, as recorded under Frames.
///
/// `UPDATE_FRAMES=1 swift test` records them again and fails, so that nobody records by accident.
@Suite struct FrameGoldenTests {
  @Test(arguments: Lens.allCases, FrameCases.documents.map(\.name))
  func `each screen is as it was recorded`(lens: Lens, name: String) throws {
    let document = try #require(FrameCases.documents.first { $0.name == name }).document
    let state = ExplorerState(document: document, lens: lens)
    let text = GoldenFrame.screens(state)
    GoldenFrame.expect(text, recordedAs: "\(lens.rawValue)-\(name)")
  }
}
