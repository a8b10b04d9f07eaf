import Foundation
import LogitExplorer
import LogitKernel
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

  /// With an algorithm at work, every part of the Numerics lens in turn.
  @Test(arguments: [20, 1000], [NumberFormat.binary16, .binary64])
  func `a nudge in the Numerics lens`(count: Int, format: NumberFormat) {
    var generator = SystemRandomNumberGenerator()
    let logits = (0..<count).map { _ in Double.random(in: -6...6, using: &generator) }
    let document = Document(
      name: "random", logits: logits, arithmetic: Arithmetic(.fused, in: format))
    for part in NumericsPart.allCases {
      for size in [Size(width: 80, height: 24), Size(width: 120, height: 35)] {
        let time = time(document, .numerics, size, part)
        print("\(count) classes, \(format.name), \(part), \(size.width)x\(size.height):", time)
      }
    }
  }

  /// The median of many.
  private func time(
    _ document: Document, _ lens: Lens, _ size: Size, _ part: NumericsPart = .steps
  ) -> Duration {
    var state = ExplorerState(document: document, lens: lens)
    _ = state.reduce(.numerics(.setPart(part)))
    state.adopt(Layout(state, size: size))
    let clock = ContinuousClock()
    let repetitions = max(9, min(1000, 3000 / document.count))
    let times = (0..<repetitions).map { index in
      clock.measure {
        _ = state.press(index % 2 == 0 ? "<Left>" : "<Right>")
        _ = frame(state, size: size, glyphs: .blocks)
      }
    }
    return times.sorted()[repetitions / 2]
  }
}
