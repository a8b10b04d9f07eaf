internal import CursesTerminal
internal import Glibc
internal import LogitKernel
internal import LogitViews
internal import TerminalCells

/// How waiting for a job ended.
enum Waited: Equatable {
  /// The job is done.
  case done
  /// The user does not want it any more.
  case stopped
  /// The program is to end, with this exit code.
  case ends(Int32)
}

/// What somebody waits for at the terminal.
struct Waiting {
  /// What is done, for a line such as “opening logits.csv  43 %  Esc stops”.
  let title: String
  /// What is on the screen, and stays there above the line; `nil` before there is anything.
  var screen: CellGrid?
  /// Whether the job changes what stays, such as a file: then it is waited for to its end, which
  /// comes soon once it has been told to stop.
  var mustEnd = false
  /// Whether it is shown at once how far the job is, and not after half a second.
  var isShown = false

  /// Nobody minds a shorter wait.
  static let patience = Duration.milliseconds(500)
}

extension Terminal {
  /// Waits for a job.
  ///
  /// Once that has taken half a second, a line shows how far it is, and Esc or Ctrl-C stops it. What
  /// else happens meanwhile is for `later`.
  mutating func wait<Result>(
    for job: Job<Result>, _ waiting: Waiting, later: inout [TerminalEvent]
  ) -> Waited {
    let start = ContinuousClock.now - (waiting.isShown ? Waiting.patience : .zero)
    var end = Waited.done
    while job.result == nil {
      let rest = Waiting.patience - (ContinuousClock.now - start)
      let isShown = rest <= .zero
      if isShown { show(waiting, job.work.progress) }
      let pause = isShown ? 200 : Int32(rest / .milliseconds(1)) + 1
      for event in nextEvents(watching: [job.descriptor], within: pause) {
        take(event, &end, &later)
      }
      if isShown, later.contains(where: \.stopsWork) {
        // What was typed before that was for what will not be there.
        later = []
        if end == .done { end = .stopped }
      }
      guard end != .done else { continue }
      job.work.stop()
      if !waiting.mustEnd { return end }
      // A terminal that is gone has no more to say.
      if end != .stopped { _ = job.ends(within: -1) }
    }
    return end == .stopped ? .done : end
  }

  private mutating func take(
    _ event: TerminalEvent, _ end: inout Waited, _ later: inout [TerminalEvent]
  ) {
    switch event {
    case .isReady: break
    case .resized: adoptSize(redrawing: true)
    case .suspendRequested, .input(.key(Key("z", .control))): suspend()
    case .terminate(let signal): end = .ends(128 + signal)
    case .ended: end = .ends(128 + SIGHUP)
    case .input: later.append(event)
    }
  }

  /// Nothing else is drawn again, which may take long itself.
  private mutating func show(_ waiting: Waiting, _ progress: Work.Progress) {
    adoptSize()
    var grid = waiting.screen?.resized(to: size) ?? emptyFrame(size: size, glyphs: glyphs)
    drawProgress(waiting.title, progress, in: Rect(size).bottom(1), on: &grid)
    present(grid, cursor: nil)
  }
}

extension TerminalEvent {
  /// Whether it is a key by which one stops what goes on.
  fileprivate var stopsWork: Bool {
    switch self {
    case .input(.key(Key(.escape))), .input(.key(Key("c", .control))): true
    default: false
    }
  }
}
