import Foundation
import LogitExplorer
import LogitViews
import TerminalCells
import Testing

/// Times a nudge and the frame after it; prints and asserts nothing.
///
/// `LOGITSCOPE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter FrameBenchmark`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOGITSCOPE_BENCH"] == "1"))
struct FrameBenchmark {
  @Test(arguments: [3, 20, 1000, 100_000])
  func `a nudge and its frame`(count: Int) {
    var generator = SystemRandomNumberGenerator()
    let logits = (0..<count).map { _ in Double.random(in: -6...6, using: &generator) }
    let document = count == 3 ? Document.flowers : Document(name: "random", logits: logits)
    for lens in Lens.allCases {
      for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
        print(
          "\(count) classes, \(lens), \(size.width)x\(size.height):", time(document, lens, size))
      }
    }
  }

  /// The median of many.
  private func time(_ document: Document, _ lens: Lens, _ size: Size) -> Duration {
    var state = ExplorerState(document: document, lens: lens)
    let clock = ContinuousClock()
    let repetitions = max(9, 3000 / document.count)
    let times = (0..<repetitions).map { index in
      clock.measure {
        _ = state.press(index % 2 == 0 ? "<Left>" : "<Right>")
        _ = frame(state, size: size, glyphs: .blocks)
      }
    }
    return times.sorted()[repetitions / 2]
  }
}
