internal import Synchronization

/// How far something that takes long has come, and whether it is still wanted.
///
/// Whoever does it reports at the end of every block and asks whether to go on; whoever waits for it
/// reads the one and decides the other, on another thread. What is stopped leaves no result.
package final class Work: Sendable {
  /// What the present thread is at; `nil` where nobody waits for it.
  @TaskLocal package static var current: Work?

  /// What is being done now, such as “splitting the lines”; empty for nothing that has a name.
  private let step = Mutex("")
  private let done = Atomic(0)
  private let total = Atomic(0)
  private let stopped = Atomic(false)
  /// Called after each report; so a test stops at a place that it knows.
  private let whenReported: (@Sendable (Work) -> Void)?

  package init(whenReported: (@Sendable (Work) -> Void)? = nil) {
    self.whenReported = whenReported
  }

  package var isStopped: Bool { stopped.load(ordering: .relaxed) }

  package func stop() { stopped.store(true, ordering: .relaxed) }

  /// How far the present step has come.
  package struct Progress: Equatable, Sendable {
    package let step: String
    /// In whole hundredths, rounded down; `nil` where the end is not known.
    package let percent: Int?

    package init(step: String, percent: Int?) { (self.step, self.percent) = (step, percent) }
  }

  package var progress: Progress {
    let (done, total) = (done.load(ordering: .relaxed), total.load(ordering: .relaxed))
    // Of a product that is too large for 64 bits, the quotient is near enough.
    let percent = done > 1 << 50 ? done / max(1, total / 100) : done * 100 / max(1, total)
    return Progress(
      step: step.withLock(\.self), percent: total > 0 ? max(0, min(99, percent)) : nil)
  }

  /// Begins a step; of no total, where the end is not known.
  package func begin(_ words: String, of total: Int?) {
    step.withLock { $0 = words }
    done.store(0, ordering: .relaxed)
    self.total.store(total ?? 0, ordering: .relaxed)
  }

  /// Reports how far the step is; returns whether it shall go on.
  package func reach(_ place: Int) -> Bool {
    done.store(place, ordering: .relaxed)
    whenReported?(self)
    return !isStopped
  }
}

/// What a loop keeps of the work that it is a step of: it reports once a block, and else costs one
/// comparison.
package struct Pace {
  private let work: Work?
  private let words: String
  private let total: Int?
  private let block: Int
  private var next: Int
  private var hasBegun = false

  /// A step of the present work, which begins with the first report: many short loops are none.
  ///
  /// - Parameters:
  ///   - words: What the step does.
  ///   - total: Where the loop ends; `nil` where that is not known.
  ///   - start: Where it begins.
  ///   - block: How far it goes from one report to the next.
  package init(
    _ words: String, of total: Int?, from start: Int = 0, every block: Int = 1 << 16
  ) {
    work = Work.current
    (self.words, self.total) = (words, total)
    (self.block, next) = (block, work == nil ? Int.max : start + block)
  }

  /// Whether to go on from a place; what a loop that must not leaves behind is dropped.
  @inline(__always)
  package mutating func goesOn(at place: Int) -> Bool { place < next || report(place) }

  private mutating func report(_ place: Int) -> Bool {
    next = place + block
    if !hasBegun { work?.begin(words, of: total) }
    hasBegun = true
    return work?.reach(place) ?? true
  }
}
