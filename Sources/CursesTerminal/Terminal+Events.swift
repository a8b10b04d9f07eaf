import Glibc
import TerminalCells

extension Terminal {
  /// Waits until something happens and returns all of it, in order.
  ///
  /// Sleeps without a timer; only in the middle of a sequence does it wake once, to see whether the
  /// rest comes.
  package mutating func nextEvents() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while events.isEmpty {
      var watched = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let wait = decoder.patience.map { $0 == .brief ? escapeDelay : 1000 } ?? -1
      let ready = poll(&watched, 2, wait)
      if ready == 0 { events += decoder.flush().map(TerminalEvent.input) }
      if ready < 0 && errno != EINTR { return [.ended] }
      guard ready > 0 else { continue }
      if watched[1].revents != 0 { events += readSignals() }
      if watched[0].revents != 0 { events += readInput() }
    }
    return events
  }

  /// What has already happened, without waiting; empty when nothing has.
  package mutating func pendingEvents() -> [TerminalEvent] {
    var watched = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&watched, 2, 0) > 0 else { return [] }
    return (watched[1].revents != 0 ? readSignals() : [])
      + (watched[0].revents != 0 ? readInput() : [])
  }

  private mutating func readInput() -> [TerminalEvent] {
    let count = 64 * 1024
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(input, buffer.baseAddress, count))
    }
    // The line was said to be ready: nothing to read means that the window is closed.
    guard !bytes.isEmpty else { return errno == EINTR ? [] : [.ended] }
    return decoder.feed(bytes).map(TerminalEvent.input)
  }

  private func readSignals() -> [TerminalEvent] {
    var bytes: [UInt8] = Array(repeating: 0, count: 256)
    let count = max(0, read(pipe.readEnd, &bytes, bytes.count))
    var events: [TerminalEvent] = []
    for signal in bytes[..<count].map(Int32.init) {
      switch signal {
      case SIGWINCH, SIGCONT: if !events.contains(.resized) { events.append(.resized) }
      case SIGTSTP: events.append(.suspendRequested)
      default: events.append(.terminate(signal: signal))
      }
    }
    return events
  }
}
