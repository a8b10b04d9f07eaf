import LogitKernel
import Testing

@testable import LogitExplorer

/// Long random walks over everything that can happen.
@Suite struct ReducerWalkTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
  private static let stepsPerSeed = 12_500

  @Test(arguments: seeds)
  func `no action and no key breaks what always holds`(seed: UInt64) {
    var (generator, state) = (SeededGenerator(seed: seed), ExplorerState())
    for step in 0..<Self.stepsPerSeed {
      let isKey = generator.below(2) == 0
      if isKey {
        _ = state.press(generator.key())
      } else {
        _ = state.reduce(generator.action())
      }
      // So that the walk stays where classes are few and steps are many.
      if state.document.count > 12 { _ = state.reduce(.world(.opened(.flowers, path: nil))) }
      if let broken = brokenInvariant(of: state, isThorough: step % 25 == 0) {
        Issue.record("seed \(seed), step \(step): \(broken)")
        return
      }
    }
  }

  @Test(arguments: seeds)
  func `undoing everything leads back to the beginning and redoing it to the end`(seed: UInt64) {
    var (generator, state) = (SeededGenerator(seed: seed), ExplorerState())
    let beginning = state.document
    for _ in 0..<300 {
      let action = generator.action()
      if action != .history(.undo), action != .history(.redo) { _ = state.reduce(action) }
      if state.document.count > 12 { _ = state.reduce(.classes(.delete)) }
    }
    _ = state.reduce(.world(.note("accepts a field that is open")))
    _ = state.reduce(.logits(.endDrag))
    let (end, count) = (state.document, state.history.undoSteps.count)
    #expect(count > 30)
    for _ in 0..<count { _ = state.reduce(.history(.undo)) }
    #expect(state.document == beginning)
    #expect(state.history.undoSteps.isEmpty)
    for _ in 0..<count { _ = state.reduce(.history(.redo)) }
    #expect(state.document == end)
  }

  /// What is wrong with a state, if something is.
  private func brokenInvariant(of state: ExplorerState, isThorough: Bool) -> String? {
    let document = state.document
    if document.labels.count != document.count || document.isMasked.count != document.count {
      return "the arrays run apart"
    }
    if case .weights(let weights) = document.target, weights.count != document.count {
      return "the weights run apart"
    }
    if case .index(let target) = document.target, !document.logits.indices.contains(target) {
      return "the target is no class"
    }
    if !(0..<max(1, document.count)).contains(state.selection) { return "nothing is selected" }
    if document.labels.contains(where: { $0.contains(where: \.isNewline) }) {
      return "a label has a line break"
    }
    if let order = state.rowOrder, order.sorted() != Array(document.logits.indices) {
      return "the rows are not the classes"
    }
    if (state.rowOrder == nil) != (state.display.order == .index) { return "the order is another" }
    guard isThorough else { return nil }
    let fresh = LensNumbers(
      document: document, lens: state.lens, selection: state.selection, baseline: state.baseline,
      numerics: state.display.numerics, covered: state.display.covered)
    return fresh == state.numbers ? nil : "the numbers are stale"
  }
}
