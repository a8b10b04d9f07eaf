import LogitExplorer
import LogitKernel
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

/// What is computed of many classes ends wherever it is stopped, and what was there gives the same
/// numbers afterwards.
@Suite struct StoppedWorkTests {
  private static let size = Size(width: 120, height: 40)

  /// What is there, and the key that takes long.
  struct Case: CustomStringConvertible {
    let description: String
    var count = 5000
    /// All logits a little off integers, so that results are next to ties and sums are long.
    var isNearTies = true
    var lens = Lens.softmax
    var isSoft = false
    var loss = LossKind.crossEntropy
    var before = ["b"]
    let key: [String]
  }

  static let cases: [Case] = [
    Case(description: "an edit", key: ["0", ".", "2", "5"]),
    Case(description: "a probability", key: ["p", "0", ".", "3", "<Enter>"]),
    Case(description: "a frame", count: 140_000, isNearTies: false, before: [], key: []),
    Case(
      description: "a temperature", count: 140_000, isNearTies: false, lens: .temperature,
      key: ["<"]),
    Case(description: "a constant", key: ["c", "1", "<Enter>"]),
    Case(description: "random logits", count: 70_000, isNearTies: false, key: ["R"]),
    Case(
      description: "three groups of pieces", count: 140_000, isNearTies: false,
      key: ["t", ".", "3", "<Enter>"]),
    Case(description: "a soft target", lens: .loss, isSoft: true, key: ["<Right>"]),
    Case(description: "smoothing", lens: .loss, key: ["e", ".", "1", "<Enter>"]),
    Case(description: "yes or no", lens: .loss, isSoft: true, key: ["E"]),
    Case(description: "a format", lens: .numerics, isSoft: true, before: ["v"], key: ["f"]),
    Case(description: "the next algorithm", lens: .numerics, before: ["v"], key: ["v"]),
    Case(description: "online", lens: .numerics, before: ["v", "f"], key: ["V", "V"]),
    Case(description: "emulated questions", loss: .binaryCrossEntropy, before: ["f"], key: ["v"]),
    Case(description: "a name", before: [], key: ["/", "9", "9", "9", "9", "9"]),
    Case(description: "a table", before: [], key: ["y", "t"]),
  ]

  private static func document(_ wanted: Case) -> Document {
    var bits = SeededBits(state: 3)
    let logits = (0..<wanted.count).map { _ in
      wanted.isNearTies
        ? Double(bits.next() % 8) + 0x1p-41 : Double(bits.next() % 100_000) / 10_000
    }
    let weights = [Double](repeating: 1 / Double(wanted.count), count: wanted.count)
    return Document(
      name: "many", logits: logits, target: wanted.isSoft ? .weights(weights) : .index(1),
      loss: wanted.loss)
  }

  private static func state(_ wanted: Case) -> ExplorerState {
    var state = ExplorerState(document: document(wanted), lens: wanted.lens)
    for key in wanted.before { _ = state.press(key) }
    return state
  }

  /// The screen, and what was to be done, after keys.
  private static func pressed(_ keys: [String], in state: ExplorerState) -> String {
    var state = state
    let effects = keys.flatMap { state.press($0) }
    return frame(state, size: size, glyphs: .blocks).grid.text + "\(effects.count)"
  }

  @Test(arguments: cases)
  func `what is stopped leaves everything as it was`(wanted: Case) {
    let state = Self.state(wanted)
    var (stop, next, reports) = (1, 2, 0)
    while true {
      let place = Countdown(stop)
      let work = Work { place.count() ? $0.stop() : () }
      Work.$current.withValue(work) { _ = Self.pressed(wanted.key, in: state) }
      guard work.isStopped else { break }
      reports = stop
      (stop, next) = (next, stop + next)
    }
    #expect(reports > 0, "nothing was reported")
    let untouched = Self.state(wanted)
    #expect(Self.pressed(wanted.key, in: state) == Self.pressed(wanted.key, in: untouched))
    #expect(Self.pressed([], in: state) == Self.pressed([], in: untouched))
  }
}
