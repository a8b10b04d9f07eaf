import Glibc
import TerminalCells

extension Terminal {
  /// Waits until something happens and returns all of it, in order.
  ///
  /// Sleeps without a timer; only in the middle of a sequence does it wake once, to see whether the
  /// rest comes.
  ///
  /// - Parameter other: A descriptor of something else that may happen.
  /// - Returns: At least one event.
  package mutating func nextEvents(watching other: Int32? = nil) -> [TerminalEvent] {
    // Also where the signal of a resize was lost; nothing is drawn while the sizes differ.
    var events: [TerminalEvent] = hasOtherSize ? [.resized] : []
    while events.isEmpty {
      var watched = [
        pollfd(fd: line.input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
        // A negative one is not looked at.
        pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let wait = decoder.patience.map { $0 == .brief ? escapeDelay : 1000 } ?? -1
      let ready = poll(&watched, 3, wait)
      if ready == 0 { events += decoder.flush().map(TerminalEvent.input) }
      if ready < 0 && errno != EINTR { return [.ended] }
      guard ready > 0 else { continue }
      if watched[1].revents != 0 { events += readSignals() }
      if watched[0].revents != 0 { events += readInput() }
      if watched[2].revents != 0 { events.append(.watchedIsReady) }
    }
    return events
  }

  /// What has already happened, or does within so many milliseconds; empty when nothing has.
  package mutating func pendingEvents(within patience: Int32 = 0) -> [TerminalEvent] {
    var watched = [
      pollfd(fd: line.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&watched, 2, patience) > 0 else { return [] }
    return (watched[1].revents != 0 ? readSignals() : [])
      + (watched[0].revents != 0 ? readInput() : [])
  }

  private mutating func readInput() -> [TerminalEvent] {
    let count = read(line.input, input.baseAddress, input.count)
    // The line was said to be ready: nothing to read means that the window is closed.
    guard count > 0 else { return errno == EINTR || errno == EAGAIN ? [] : [.ended] }
    return decoder.feed(Array(input[..<count])).map(TerminalEvent.input)
  }

  private mutating func readSignals() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for signal in signals.signals() {
      switch signal {
      case SIGCONT:
        // After a stop that nobody announced, the line may be in the shell's modes.
        enterModes()
        redrawEverything()
        fallthrough
      case SIGWINCH: if !events.contains(.resized) { events.append(.resized) }
      case SIGTSTP: events.append(.suspendRequested)
      default: events.append(.terminate(signal: signal))
      }
    }
    return events
  }
}
