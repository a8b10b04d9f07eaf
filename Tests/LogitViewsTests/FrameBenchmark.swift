import Foundation
import LogitExplorer
import LogitKernel
import LogitViews
import TerminalCells
import TestSupport
import Testing

/// Times keys and the frames after them; prints and asserts nothing.
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

  /// The slowest key of each edit; the target is 40 ms on one core.
  @Test(arguments: Lens.allCases, [0.0, 0x1p-41])
  func `an edit of a hundred thousand classes and its frames`(lens: Lens, nearness: Double) {
    var bits = SeededBits(state: 5)
    // Of full precision, or next to ties.
    let logits = (0..<100_000).map { _ in
      let random = Double(bits.next() >> 11) * 0x1p-50 - 4
      return nearness == 0 ? random : random.rounded() + nearness
    }
    let edits = [
      ("nudge", "l"), ("typed", "5 5 5 5 <Enter>"), ("undo", "u"), ("temperature", "<"),
      ("mask", "m"), ("target", "<Space>"), ("pinned, shifted by 1", "l b c 1 <Enter>"),
      ("pinned, other order", "d l"), ("randomise", "R"),
    ]
    var state = ExplorerState(document: Document(name: "random", logits: logits), lens: lens)
    let size = Size(width: 80, height: 24)
    let clock = ContinuousClock()
    let times = edits.map { name, keys in
      let slowest =
        keys.split(separator: " ").map { key in
          clock.measure {
            _ = state.press(String(key))
            _ = frame(state, size: size, glyphs: .blocks)
          }
        }.max() ?? .zero
      return "\(name) \(slowest / .milliseconds(1)) ms"
    }
    print(
      "100000 \(nearness == 0 ? "random" : "tied") classes, \(lens):", times.joined(separator: ", ")
    )
  }

  /// With an algorithm at work, every part of the Numerics lens in turn.
  @Test(arguments: [20, 1000], [NumberFormat.binary16, .binary64])
  func `a nudge in the Numerics lens`(count: Int, format: NumberFormat) {
    var generator = SystemRandomNumberGenerator()
    let logits = (0..<count).map { _ in Double.random(in: -6...6, using: &generator) }
    let document = Document(
      name: "random", logits: logits, arithmetic: Arithmetic(.fused, in: format))
    for part in NumericsPart.allCases {
      for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
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
