import LogitExplorer
import LogitKernel
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

#if DEBUG
/// A frame after an edit costs no more than in proportion to the classes.
@Suite struct FrameCostTests {
  @Test(arguments: Lens.allCases, [0.25, 5000])
  func `a frame of a hundred thousand classes is linear`(lens: Lens, winner: Double) {
    let (few, many) = (cost(lens, winner, 12_500), cost(lens, winner, 100_000))
    #expect(few > 0 && many <= 16 * few, "\(few) operations, then \(many)")
  }

  /// Of an edit and its frame, with a pinned state that is nearly equal.
  private func cost(_ lens: Lens, _ winner: Double, _ count: Int) -> Int {
    var bits = SeededBits(state: 3)
    // Integers a little off, so that every distance from the winner is next to a tie.
    let logits = (0..<count).map { _ in Double(bits.next() % 8) + 0x1p-41 }
    var state = ExplorerState(
      document: Document(name: "many", logits: logits, target: .index(1)), lens: lens)
    let size = Size(width: 100, height: 40)
    _ = state.press("b")
    return OperationCount.counting {
      for key in "\(winner)" { _ = state.press(String(key)) }
      _ = frame(state, size: size, glyphs: .blocks)
    }
  }
}
#endif
