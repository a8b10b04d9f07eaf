internal import Glibc
internal import LogitKernel

/// Memory for a timing, and the calls that are timed.
final class BenchRun<E: VectorElement> {
  let settings: BenchSettings
  let logits: UnsafeMutableBufferPointer<E>
  let targets: UnsafeMutableBufferPointer<Int32>
  private let results: UnsafeMutableBufferPointer<E>
  private let losses: UnsafeMutableBufferPointer<Double>
  private let scratch: UnsafeMutableBufferPointer<Double>
  private let workers: Workers

  /// Memory whose pages are all there before the first call.
  init(_ settings: BenchSettings) {
    self.settings = settings
    let count = settings.rows * settings.columns
    logits = .allocate(capacity: count)
    results = .allocate(capacity: count)
    targets = .allocate(capacity: settings.rows)
    losses = .allocate(capacity: settings.rows)
    scratch = .allocate(capacity: settings.columns * settings.threads)
    logits.initialize(repeating: 0)
    results.initialize(repeating: 0)
    targets.initialize(repeating: 0)
    losses.initialize(repeating: 0)
    scratch.initialize(repeating: 0)
    workers = Workers(count: settings.threads)
  }

  deinit {
    logits.deallocate()
    results.deallocate()
    targets.deallocate()
    losses.deallocate()
    scratch.deallocate()
  }

  /// The nanoseconds of each call, after two that are not counted.
  func times() -> [Int] {
    for _ in 0..<2 { call() }
    return (0..<settings.repetitions).map { _ in
      let start = Self.now()
      call()
      return Self.now() - start
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// The mean loss, Σ p·index or Σ ln p.
  var checksum: Double {
    switch settings.function {
    case .crossEntropy: losses.reduce(0, +) / Double(losses.count)
    case .logSoftmax: results.reduce(0) { $0 + Double($1) }
    case .softmax:
      results.indices.reduce(0) { $0 + Double(results[$1]) * Double($1 % settings.columns) }
    }
  }
}

extension BenchRun {
  /// One call: rows shared out among the threads, or the blocks of a long row.
  private func call() {
    if settings.threads == 1 {
      compute(0..<settings.rows, on: 0, .inOrder)
    } else if settings.rows == 1 {
      compute(0..<1, on: 0, settings.columns > BenchSettings.longRow ? workers.runner : .inOrder)
    } else {
      let (rows, threads) = (settings.rows, settings.threads)
      workers.runEach { thread in
        compute(thread * rows / threads..<(thread + 1) * rows / threads, on: thread, .inOrder)
      }
    }
  }

  private func compute(_ rows: Range<Int>, on thread: Int, _ run: BlockRunner) {
    guard !rows.isEmpty else { return }
    let columns = settings.columns
    let part = rows.lowerBound * columns..<rows.upperBound * columns
    let source = UnsafeBufferPointer(rebasing: logits[part])
    let target = UnsafeMutableBufferPointer(rebasing: results[part])
    let room = UnsafeMutableBufferPointer(
      rebasing: scratch[thread * columns..<(thread + 1) * columns])
    let kernel = settings.kernel
    switch settings.function {
    case .softmax:
      kernel.softmax(source, rows: rows.count, into: target, scratch: room, run: run)
    case .logSoftmax:
      kernel.logSoftmax(source, rows: rows.count, into: target, run: run)
    case .crossEntropy:
      kernel.crossEntropy(
        source, targets: UnsafeBufferPointer(rebasing: targets[rows]),
        into: UnsafeMutableBufferPointer(rebasing: losses[rows]), run: run)
    }
  }
}
