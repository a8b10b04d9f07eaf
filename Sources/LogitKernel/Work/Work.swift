internal import Synchronization

/// How far something that takes long has come, and whether it is still wanted.
///
/// Whoever does it reports at the end of every block and asks whether to go on; whoever waits for it
/// reads the one and decides the other, on another thread. What is stopped leaves no result.
///
/// Functions that cannot fail do not throw for that. Their loops end where they are, all later ones
/// before they begin, and so they return at once: as many numbers as ever, but wrong ones. Nothing may
/// keep these: a memo does not (`Memo`), and whoever stopped the work drops the whole state that it
/// was done on.
package final class Work: Sendable {
  /// What the present thread is at; `nil` where nobody waits for it.
  @TaskLocal package static var current: Work?

  private let state = Mutex(Step(words: "", done: 0, total: nil))
  private let stopped = Atomic(false)
  /// Called after each report; so a test stops at a place that it knows.
  private let whenReported: (@Sendable (Work) -> Void)?

  package init(whenReported: (@Sendable (Work) -> Void)? = nil) {
    self.whenReported = whenReported
  }

  package var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Whether nobody wants any more what the present thread is at.
  package static var isUnwanted: Bool { current?.isStopped ?? false }

  package func stop() { stopped.store(true, ordering: .relaxed) }

  /// How far the present step has come.
  package struct Progress: Equatable, Sendable {
    package let step: String
    /// In whole hundredths, rounded down; `nil` where the end is not known.
    package let percent: Int?

    package init(step: String, percent: Int?) { (self.step, self.percent) = (step, percent) }
  }

  package var progress: Progress { state.withLock(\.self).progress }

  /// Begins a step; of no total, where the end is not known.
  package func begin(_ words: String, of total: Int?) {
    state.withLock { $0 = Step(words: words, done: 0, total: total) }
  }

  /// Reports how far a step is; returns whether it shall go on.
  package func reach(_ place: Int, of total: Int?, _ words: String) -> Bool {
    state.withLock { $0 = Step(words: words, done: place, total: total) }
    whenReported?(self)
    return !isStopped
  }
}

/// How far a step has come, in whatever it counts.
private struct Step {
  /// Such as “splitting the lines”; empty for nothing that has a name.
  let words: String
  let done: Int
  let total: Int?

  var progress: Work.Progress {
    Work.Progress(
      step: words,
      percent: total.map { total in
        // Of a product that is too large for 64 bits, the quotient is near enough.
        let percent = done > 1 << 50 ? done / max(1, total / 100) : done * 100 / max(1, total)
        return max(0, min(99, percent))
      })
  }
}
