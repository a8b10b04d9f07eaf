internal import Glibc

/// What a part of some work comes to, run on a thread of its own.
private class Runnable {
  func run() {}
}

private final class Part<Result: Sendable>: Runnable {
  private let body: @Sendable () -> Result
  private(set) var result: Result?

  init(_ body: @escaping @Sendable () -> Result) { self.body = body }

  override func run() { result = body() }
}

/// Does work in parts, each on a thread of its own, and waits for all of them.
///
/// - Parameters:
///   - limit: The most parts there may be; there are no more than processors.
///   - body: A part of the work: which, and of how many.
/// - Returns: What the parts come to, in order.
func inParallel<Result: Sendable>(
  atMost limit: Int, _ body: @escaping @Sendable (_ part: Int, _ count: Int) -> Result
) -> [Result] {
  let count = max(1, min(limit, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  let parts = (0..<count).map { part in Part { body(part, count) } }
  var threads: [pthread_t] = []
  for part in parts.dropFirst() {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(part as Runnable)
    let failure = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Runnable>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    if failure == 0 {
      threads.append(thread)
    } else {
      work.takeRetainedValue().run()
    }
  }
  parts[0].run()
  for thread in threads { pthread_join(thread, nil) }
  return parts.compactMap(\.result)
}
