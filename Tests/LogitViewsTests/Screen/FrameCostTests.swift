import LogitExplorer
import LogitKernel
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

#if DEBUG
/// A frame after an edit costs no more than in proportion to the classes.
@Suite struct FrameCostTests {
  /// What the document has besides its logits, and what becomes of it after it was pinned.
  enum Circumstance: CaseIterable {
    case winner, plain, softTarget, binaryLoss, otherOrder, sorted

    /// All that a document may have, or enough to see growth.
    var count: Int { self == .winner || self == .plain ? 100_000 : 8000 }

    func document(_ count: Int) -> Document {
      var bits = SeededBits(state: 3)
      // Integers a little off, so that every distance from the winner is next to a tie.
      let logits = (0..<count).map { _ in Double(bits.next() % 8) + 0x1p-41 }
      let weights = logits.map { _ in 1 / Double(count) }
      return Document(
        name: "many", logits: logits,
        target: self == .softTarget || self == .binaryLoss ? .weights(weights) : .index(1),
        labelSmoothing: self == .softTarget ? 0.1 : 0,
        loss: self == .binaryLoss ? .binaryCrossEntropy : .crossEntropy)
    }

    var keys: [String] {
      switch self {
      case .winner: ["5", "0", "0", "0"]
      case .plain, .softTarget, .binaryLoss: ["0", ".", "2", "5"]
      // The first class goes, so that no other is where it was.
      case .otherOrder: ["d", "1", "<Enter>"]
      case .sorted: ["s", "1", "<Enter>"]
      }
    }
  }

  @Test(arguments: Lens.allCases, Circumstance.allCases)
  func `an edit and its frame are linear`(
    lens: Lens, circumstance: Circumstance
  ) {
    let count = circumstance.count
    let (few, many) = (cost(lens, circumstance, count / 8), cost(lens, circumstance, count))
    #expect(few > 0 && many <= 16 * few, "\(few) operations, then \(many)")
  }

  /// Of an edit and its frame, with a pinned state that is nearly equal.
  private func cost(_ lens: Lens, _ circumstance: Circumstance, _ count: Int) -> Int {
    var state = ExplorerState(document: circumstance.document(count), lens: lens)
    let size = Size(width: 100, height: 40)
    _ = state.press("b")
    return OperationCount.counting {
      for key in circumstance.keys { _ = state.press(key) }
      _ = frame(state, size: size, glyphs: .blocks)
    }
  }
}
#endif
