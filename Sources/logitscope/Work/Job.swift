internal import Glibc
internal import LogitKernel
internal import Synchronization

/// Work on a thread of its own, whose end makes a descriptor readable.
///
/// A job that nobody waits for any more goes on to its next block, and what it comes to is dropped.
final class Job<Result: Sendable>: Sendable {
  let work = Work()
  private let outcome = Mutex<Result?>(nil)
  private let ends: (read: Int32, write: Int32)

  init(_ body: @escaping @Sendable () -> Result) {
    var pipes: [Int32] = [-1, -1]
    if pipe(&pipes) == 0 { for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    ends = (pipes[0], pipes[1])
    let job = BackgroundThread { [self] in
      let result = Work.$current.withValue(work) { body() }
      outcome.withLock { $0 = result }
      var byte: UInt8 = 0
      _ = Glibc.write(ends.write, &byte, 1)
    }
    // Without a pipe nobody would learn of its end.
    if ends.read < 0 { job.body() } else { job.start() }
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  /// Becomes readable at the end, and stays so.
  var descriptor: Int32 { ends.read }

  /// What it came to; `nil` as long as it goes on.
  var result: Result? { outcome.withLock(\.self) }

  /// Whether it ends within so many milliseconds.
  func ends(within patience: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while result == nil, poll(&watched, 1, patience) < 0, errno == EINTR {}
    return result != nil
  }
}

/// A thread that the system's signals do not go to: they are to wake the one that reads the keyboard.
final class BackgroundThread: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  func start() {
    let raw = Unmanaged.passRetained(self)
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    for crash in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { sigdelset(&all, crash) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var (thread, attributes) = (pthread_t(), pthread_attr_t())
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let failure = pthread_create(
      &thread, &attributes,
      { raw in
        if let raw { Unmanaged<BackgroundThread>.fromOpaque(raw).takeRetainedValue().body() }
        return nil
      }, raw.toOpaque())
    // Without a thread it is done at once, and cannot be stopped.
    if failure != 0 { raw.takeRetainedValue().body() }
  }
}
