import Glibc
import TerminalCells

extension Terminal {
  /// Waits until something happens and returns all of it, in order.
  ///
  /// Sleeps without a timer; only in the middle of a sequence does it wake once, to see whether the
  /// rest comes.
  ///
  /// - Parameters:
  ///   - others: Descriptors of something else that may happen; it is reported once for each.
  ///   - patience: After how many milliseconds nothing is waited for any more; `nil` for never.
  /// - Returns: At least one event, or none where the time was up.
  package mutating func nextEvents(
    watching others: [Int32] = [], within patience: Int32? = nil
  ) -> [TerminalEvent] {
    // Also where the signal of a resize was lost; nothing is drawn while the sizes differ.
    var events: [TerminalEvent] = hasOtherSize ? [.resized] : []
    var watched = ([line.input, signals.readEnd] + others).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while events.isEmpty {
      let rest = decoder.patience.map { $0 == .brief ? escapeDelay : 1000 }
      let wait = [rest, patience].compactMap(\.self).min() ?? -1
      let ready = poll(&watched, nfds_t(watched.count), wait)
      if ready == 0 {
        if rest == wait { events += decoder.flush().map(TerminalEvent.input) }
        if patience == wait { return events }
      }
      if ready < 0 && errno != EINTR { return [.ended] }
      guard ready > 0 else { continue }
      if watched[1].revents != 0 { events += readSignals() }
      if watched[0].revents != 0 { events += readInput() }
      for other in watched[2...] where other.revents != 0 { events.append(.isReady(other.fd)) }
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
