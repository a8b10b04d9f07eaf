import LogitExplorer
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

/// The Numerics lens with an algorithm at work: every part, as recorded under Frames.
@Suite struct NumericsGoldenTests {
  private static let masked = Document(
    name: "masked", logits: [2, -.infinity, 1, -.infinity, 0.5, 40], target: .index(1))
  private static let cliff = Document(name: "cliff", logits: [12, 11, 10], target: .index(0))

  private func state(_ document: Document, _ settings: [(String, String)]) -> ExplorerState {
    var state = ExplorerState(document: document, lens: .numerics)
    for (key, text) in settings { _ = state.reduce(state.setting(key, text)) }
    _ = state.press("<Down>")
    return state
  }

  @Test(arguments: NumericsPart.allCases)
  func `each part is as it was recorded`(part: NumericsPart) {
    var cliff = state(Self.cliff, [("format", "binary16"), ("algorithm", "naive")])
    _ = cliff.reduce(.numerics(.setPart(part)))
    var masked = state(
      Self.masked, [("format", "bfloat16"), ("algorithm", "online"), ("block", "2")])
    _ = masked.reduce(.numerics(.setPart(part)))
    let text = [cliff, masked].map { GoldenFrame.screens($0) }
    GoldenFrame.expect(text.joined(), recordedAs: "numerics-part-\(part.rawValue)")
  }
}
