internal import CursesTerminal
internal import Glibc
internal import LogitExplorer
internal import LogitFiles
internal import LogitViews
internal import TerminalCells

/// The explorer on a terminal: events in, frames out, and the effects in between.
///
/// It sleeps until something happens, takes in all that has, and then draws once.
struct Explore: ~Copyable {
  private var state: ExplorerState
  private var terminal: Terminal
  private var drag: Drag?
  /// What rows are read from as they come; `nil` once it has ended.
  private var follower: Follower?
  /// The exit code, once it is known that the program ends.
  private var ending: Int32?

  init(
    _ state: ExplorerState, options: TerminalOptions, follower: Follower? = nil
  ) throws(TerminalError) {
    (self.state, self.follower) = (state, follower)
    terminal = try Terminal(options)
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
      var events = terminal.nextEvents(watching: follower?.descriptor)
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

  private mutating func draw() {
    terminal.adoptSize()
    let layout = Layout(state, size: terminal.size)
    // Changes nothing that the layout depends on.
    state.adopt(layout)
    let (grid, cursor) = frame(state, layout, glyphs: terminal.glyphs)
    terminal.present(grid, cursor: cursor)
  }

  private mutating func handle(_ events: [TerminalEvent]) {
    for event in events where ending == nil { handle(event) }
  }

  private mutating func handle(_ event: TerminalEvent) {
    switch event {
    case .input(.key(let key)): perform(state.press(key.notation))
    case .input(.mouse(let mouse)): point(mouse)
    case .input(.paste(let text, let isTruncated)): paste(text, isTruncated: isTruncated)
    case .watchedIsReady: readRows()
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
    guard news.isEnd else { return }
    follower = nil
    perform(state.reduce(.world(.streamEnded)))
  }

  private mutating func point(_ event: MouseEvent) {
    let (action, drag) = pointerAction(
      event, drag: drag, state, Layout(state, size: terminal.size), glyphs: terminal.glyphs)
    self.drag = drag
    if let action { perform(state.reduce(action)) }
  }

  /// Into the field that is open, or else as logits.
  private mutating func paste(_ text: String, isTruncated: Bool) {
    guard case .browsing = state.mode else { return perform(state.paste(text)) }
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
      case .copyDocument(let document): terminal.copyToClipboard(document.toml)
      case .openFile, .openPreset: perform(state.open(effect))
      case .openLesson, .lessonDone, .listLessons: perform(state.answerLesson(effect))
      case .save(let document, let path, let overwrite):
        save(document, to: path, overwrite: overwrite)
      }
    }
  }

  private mutating func save(_ document: Document, to path: String, overwrite: Bool) {
    let hadComments = overwrite && hasComments(Environment.expanded(path))
    let action = saving(document, to: path, overwrite: overwrite)
    perform(state.reduce(action))
    if hadComments, case .world(.saved) = action {
      let sentence = "Saved to \(path); the comments that were in it are gone."
      perform(state.reduce(.world(.note(sentence))))
    }
  }

  private func saving(_ document: Document, to path: String, overwrite: Bool) -> Action {
    do throws(FileProblem) {
      try LogitFiles.save(document.toml, to: Environment.expanded(path), overwrite: overwrite)
      return .world(.saved(path: path, revision: state.history.revision))
    } catch {
      return error == .exists
        ? .world(.fileExists(path: path))
        : .world(.saveFailed(path: path, error.sentence(for: path)))
    }
  }
}

extension ExploreOptions {
  /// Explores on the terminal until the user leaves; returns the exit code.
  func explore(
    _ state: ExplorerState, following follower: Follower? = nil
  ) throws(BadInput) -> Int32 {
    var rehearsal = Rehearsal(state: state, size: Size(width: 80, height: 24))
    rehearsal.press(keys)
    do throws(TerminalError) {
      let options = TerminalOptions(
        theme: theme, glyphs: isASCII ? .ascii : nil, isMouseOn: state.display.isMouseOn)
      var explore = try Explore(rehearsal.state, options: options, follower: follower)
      return explore.run()
    } catch {
      throw BadInput(error.sentence)
    }
  }
}

extension TerminalError {
  fileprivate var sentence: String {
    switch self {
    case .noKeyboard:
      "There is no keyboard: neither standard input nor /dev/tty is a terminal."
    case .unknownTerminal(let name?):
      "The terminal type “\(quoted(name))” (TERM) is not known here; try TERM=xterm."
    case .unknownTerminal(nil): "TERM is not set; try TERM=xterm."
    case .tooSimple(let name):
      "The terminal type “\(quoted(name))” cannot place the cursor; `logitscope frame` prints one frame."
    }
  }
}
