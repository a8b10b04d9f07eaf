internal import Glibc
internal import LogitKernel
internal import Synchronization

/// Threads that wait for work in a loop, since a call may last for microseconds only.
final class Workers: Sendable {
  private let shared: Shared
  let count: Int

  /// The caller is one of them; the others are started here.
  init(count: Int) {
    self.count = count
    shared = Shared()
    for number in 1..<max(1, count) {
      let start = Unmanaged.passRetained(Start(shared: shared, number: number))
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          let start = Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue()
          start.shared.serve(as: start.number)
          return nil
        }, start.toOpaque())
      pthread_detach(thread)
    }
  }

  deinit { shared.round.store(-1, ordering: .releasing) }

  /// Does the work once on each thread, with its number.
  func runEach(_ work: (_ thread: Int) -> Void) {
    withoutActuallyEscaping(work) { work in
      shared.work.withLock { $0 = Work(run: work) }
      shared.pending.store(count - 1, ordering: .relaxed)
      shared.round.wrappingAdd(1, ordering: .releasing)
      work(0)
      while shared.pending.load(ordering: .acquiring) > 0 { Shared.pause() }
      shared.work.withLock { $0 = nil }
    }
  }

  /// Shares out blocks: each thread takes the next that nobody has.
  var runner: BlockRunner {
    BlockRunner { [self] blocks, work in
      let next = Atomic(0)
      runEach { _ in
        while true {
          let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard block < blocks else { return }
          work(block)
        }
      }
    }
  }

  /// What the threads do; they read it only between the start and the end of a call of `runEach`.
  private struct Work: @unchecked Sendable { let run: (Int) -> Void }

  private final class Start: Sendable {
    let shared: Shared
    let number: Int

    init(shared: Shared, number: Int) {
      self.shared = shared
      self.number = number
    }
  }

  private final class Shared: Sendable {
    let work = Mutex<Work?>(nil)
    /// Grows with each call; negative in the end.
    let round = Atomic(0)
    let pending = Atomic(0)

    static func pause() { sched_yield() }

    func serve(as number: Int) {
      var seen = 0
      while true {
        let now = round.load(ordering: .acquiring)
        if now < 0 { return }
        if now == seen {
          Self.pause()
          continue
        }
        seen = now
        let work = work.withLock { $0 }
        work?.run(number)
        pending.wrappingSubtract(1, ordering: .releasing)
      }
    }
  }
}
