internal import CursesTerminal
internal import Glibc
internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import LogitViews
internal import TerminalCells

/// A frame, where its cursor is, and where a message may stand.
private struct Drawn: Sendable {
  let grid: CellGrid
  let cursor: Point?
  let message: Rect

  init(_ state: inout ExplorerState, size: Size, glyphs: GlyphLevel) {
    let layout = Layout(state, size: size)
    // Changes nothing that the layout depends on.
    state.adopt(layout)
    (grid, cursor) = frame(state, layout, glyphs: glyphs)
    message = layout.message
  }
}

/// The explorer on a terminal: events in, frames out, and the effects in between.
///
/// It sleeps until something happens, takes in all that has, and then draws once.
struct Explore: ~Copyable {
  private var state: ExplorerState
  private var terminal: Terminal
  private var drag: Drag?
  /// What rows are read from as they come; `nil` once it has ended.
  private var follower: Follower?
  /// Whether the follower has more to read at once, of which nobody tells.
  private var hasUnreadRows = false
  /// The scoring of all rows at another temperature, beside everything else.
  private var scoring: Scoring?
  /// Steps of a large document that took no time just now: they are taken without another thread.
  private var quickSteps: Set<String> = []
  /// The frame of the state, where it was drawn with the change that made it.
  private var drawn: Drawn?
  /// What is on the screen.
  private var screen: CellGrid?
  /// What happened while something took long, and is still to be answered.
  private var later: [TerminalEvent] = []
  /// The exit code, once it is known that the program ends.
  private var ending: Int32?

  /// Begins with what has happened at the terminal already.
  init(
    _ state: ExplorerState, on terminal: consuming Terminal, follower: Follower? = nil,
    later: [TerminalEvent] = []
  ) {
    (self.state, self.follower, self.later) = (state, follower, later)
    self.terminal = terminal
    // A key pressed before the first frame may have changed it.
    self.terminal.setMouse(state.display.isMouseOn)
  }

  /// Runs until the user quits or a signal ends it.
  ///
  /// - Returns: The exit code: 0, or 128 and the signal's number.
  mutating func run() -> Int32 {
    // What a file holds already is no news of the system's.
    readRows()
    draw()
    while ending == nil {
      // Numbers that are replaced are given back once the new ones are on the screen.
      let shown = state.numbers
      defer { withExtendedLifetime(shown) {} }
      // What came while a frame was drawn comes together: a burst of keys is one frame, the last.
      var events = takeEvents()
      handle(events)
      // A window that is being dragged changes again at once: a frame between would not fit it.
      while events.contains(.resized), ending == nil {
        events = terminal.pendingEvents(within: 20)
        handle(events)
      }
      if ending == nil { draw() }
    }
    terminal.close()
    return ending ?? 0
  }

  /// What has happened meanwhile, or else what happens next.
  private mutating func takeEvents() -> [TerminalEvent] {
    guard later.isEmpty else {
      defer { later = [] }
      return later
    }
    let watched = [follower?.descriptor, scoring?.job.descriptor].compactMap(\.self)
    let events = terminal.nextEvents(
      watching: watched, within: hasUnreadRows ? 0 : scoring?.pause)
    if hasUnreadRows, let rows = follower?.descriptor, !events.contains(.isReady(rows)) {
      return events + [.isReady(rows)]
    }
    return events
  }

  private mutating func draw() {
    dropScoring()
    terminal.adoptSize()
    let size = terminal.size
    let known = drawn.flatMap { $0.grid.size == size ? $0 : nil }
    let new = known ?? Drawn(&state, size: size, glyphs: terminal.glyphs)
    drawn = nil
    var grid = new.grid
    screen = grid
    if let scoring, scoring.isLong {
      drawProgress(scoring.title, scoring.job.work.progress, in: new.message, on: &grid)
    }
    terminal.present(grid, cursor: new.cursor)
  }

  private mutating func handle(_ events: [TerminalEvent]) {
    for event in events where ending == nil { handle(event) }
  }

  private mutating func handle(_ event: TerminalEvent) {
    drawn = nil
    switch event {
    case .input(.key(let key)): press(key)
    case .input(.mouse(let mouse)): point(mouse)
    case .input(.paste(let text, let isTruncated)): paste(text, isTruncated: isTruncated)
    case .isReady(let descriptor):
      if descriptor == scoring?.job.descriptor { takeScores() } else { readRows() }
    case .resized: terminal.adoptSize(redrawing: true)
    case .suspendRequested: terminal.suspend()
    case .terminate(let signal): ending = 128 + signal
    case .ended: ending = 128 + SIGHUP
    }
  }

  private mutating func readRows() {
    guard let news = follower?.read() else { return }
    if !news.isEmpty {
      perform(
        state.reduce(
          .world(.rowsArrived(news.rows, unreadable: news.unreadable, problem: news.problem))))
    }
    hasUnreadRows = news.isPart
    for remark in news.remarks { perform(state.reduce(.world(.note(remark)))) }
    guard news.isEnd else { return }
    follower = nil
    perform(state.reduce(.world(.streamEnded)))
  }

  private mutating func press(_ key: Key) {
    if key == Key(.escape), let scoring, scoring.isLong, state.mode == .browsing {
      return stop(scoring)
    }
    let (notation, start) = (key.notation, ContinuousClock.now)
    let step = state.isLarge ? state.steadyStep(of: notation) : nil
    if let step, quickSteps.contains(step) {
      perform(state.press(notation))
    } else {
      change { $0.press(notation) }
    }
    let isQuick = ContinuousClock.now - start < Waiting.patience / 10
    if let step, isQuick { quickSteps.insert(step) } else { quickSteps = [] }
  }

  private mutating func point(_ event: MouseEvent) {
    let (action, drag) = pointerAction(
      event, drag: drag, state, Layout(state, size: terminal.size), glyphs: terminal.glyphs)
    self.drag = drag
    if let action { change { $0.reduce(action) } }
  }

  /// Into the field that is open, or else as logits.
  private mutating func paste(_ text: String, isTruncated: Bool) {
    guard case .browsing = state.mode else { return change { $0.paste(text) } }
    guard !isTruncated else {
      let sentence = "That paste is longer than 1 MiB; save it to a file and open the file."
      return perform(state.reduce(.world(.failed(sentence))))
    }
    do {
      perform(state.reduce(.world(.pasted(try PastedLogits(text)))))
    } catch {
      perform(state.reduce(.world(.failed(error.sentence(for: "the pasted text")))))
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: ending = 0
      case .suspend: terminal.suspend()
      case .redraw: terminal.redrawEverything()
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .copy(let text): terminal.copyToClipboard(text)
      case .copyDocument(let document):
        if let text = result(of: "copying", { document.toml }) { terminal.copyToClipboard(text) }
      case .openFile(let path):
        change("opening \(shownFile(path))", isLong: true) { $0.open(effect) }
      case .openPreset: perform(state.open(effect))
      case .scoreRows(let temperature): score(at: temperature)
      case .openLesson, .lessonDone, .listLessons: perform(state.answerLesson(effect))
      case .save(let document, let path, let overwrite):
        save(document, to: path, overwrite: overwrite)
      }
    }
  }

  private mutating func save(_ document: Document, to path: String, overwrite: Bool) {
    let hadComments = overwrite && hasComments(Environment.expanded(path))
    let revision = state.history.revision
    let action = result(of: "saving \(shownFile(path))", mustEnd: true) {
      Action(saving: document, to: path, overwrite: overwrite, revision: revision)
    }
    guard let action else { return }
    perform(state.reduce(action))
    if hadComments, case .world(.saved) = action {
      let sentence = "Saved to \(path); the comments that were in it are gone."
      perform(state.reduce(.world(.note(sentence))))
    }
  }
}

extension Explore {
  /// Changes the state; where that may take long, on another thread, so that Esc leaves it as it was.
  private mutating func change(
    _ title: String = "working", isLong: Bool = false,
    _ body: @escaping @Sendable (inout ExplorerState) -> [Effect]
  ) {
    guard isLong || state.isLarge else { return perform(body(&state)) }
    let changed = result(of: title) { [state, size = terminal.size, glyphs = terminal.glyphs] in
      var state = state
      let effects = body(&state)
      // Some numbers only a frame asks for.
      let drawn = Work.isUnwanted ? nil : Drawn(&state, size: size, glyphs: glyphs)
      return (state, effects, drawn)
    }
    guard let (new, effects, frame) = changed else { return }
    state = new
    perform(effects)
    if effects.isEmpty { drawn = frame }
  }

  /// What comes of something that may take long; `nil` where it was stopped, which is said, or the
  /// program is to end.
  private mutating func result<Result: Sendable>(
    of title: String, mustEnd: Bool = false, _ body: @escaping @Sendable () -> Result
  ) -> Result? {
    let job = Job(body)
    let waiting = Waiting(title: title, screen: screen, mustEnd: mustEnd)
    switch terminal.wait(for: job, waiting, later: &later) {
    case .done: return job.result
    case .stopped:
      perform(state.reduce(.world(.stopped("Stopped \(title): nothing has changed."))))
    case .ends(let code): ending = code
    }
    return nil
  }
}

extension Explore {
  /// Scores all rows while everything else goes on; what is being scored for a temperature that has
  /// been left is not wanted any more.
  private mutating func score(at temperature: Double) {
    scoring?.job.work.stop()
    scoring = state.rows.map { Scoring($0, at: temperature) }
  }

  /// Ends the scoring for a temperature, or for rows, that are not there any more.
  private mutating func dropScoring() {
    guard let scoring, state.rows == nil || !scoring.isFor(state.document.temperature) else {
      return
    }
    scoring.job.work.stop()
    self.scoring = nil
  }

  private mutating func takeScores() {
    guard let scores = scoring?.job.result else { return }
    scoring = nil
    switch scores {
    case .success(let scores): perform(state.reduce(.world(.rowsScored(scores))))
    case .failure(let refusal): perform(state.reduce(.world(.failed(refusal.sentence))))
    }
  }

  private mutating func stop(_ scoring: Scoring) {
    scoring.job.work.stop()
    self.scoring = nil
    perform(
      state.reduce(.world(.stopped("Stopped \(scoring.title): the losses are the old ones."))))
  }
}
