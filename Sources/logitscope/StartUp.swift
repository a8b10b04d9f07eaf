internal import CursesTerminal
internal import LogitExplorer
internal import LogitViews
internal import TerminalCells

extension ExploreOptions {
  /// Explores on the terminal until the user leaves; returns the exit code.
  func explore(
    _ state: ExplorerState, following follower: Follower? = nil
  ) throws(BadInput) -> Int32 {
    var explore = Explore(rehearsed(state), on: try openTerminal(), follower: follower)
    return explore.run()
  }

  /// The same with a state that it may take long to make: after half a second the terminal shows how
  /// far it is, and Esc ends the program.
  func explore(
    _ title: String, _ make: @escaping @Sendable () -> Result<ExplorerState, BadInput>
  ) throws(BadInput) -> Int32 {
    let job = Job { make().map { drawn(rehearsed($0)) } }
    if job.ends(within: Int32(Waiting.patience / .milliseconds(1))), let result = job.result {
      return try explore(rehearsed: result.get())
    }
    var terminal = try openTerminal()
    var later: [TerminalEvent] = []
    let waited = terminal.wait(for: job, Waiting(title: title, isShown: true), later: &later)
    guard waited == .done, let result = job.result else {
      terminal.close()
      if case .ends(let code) = waited { return code }
      throw BadInput("Stopped \(title).")
    }
    switch result {
    case .success(let state):
      var explore = Explore(state, on: terminal, later: later)
      return explore.run()
    case .failure(let problem):
      terminal.close()
      throw problem
    }
  }

  private func explore(rehearsed state: ExplorerState) throws(BadInput) -> Int32 {
    var explore = Explore(state, on: try openTerminal())
    return explore.run()
  }

  /// The state after the keys that are pressed before the first frame.
  private func rehearsed(_ state: ExplorerState) -> ExplorerState {
    var rehearsal = Rehearsal(state: state, size: Size(width: 80, height: 24))
    rehearsal.press(keys)
    return rehearsal.state
  }

  /// The state with the numbers that only a frame asks for: of a large one they may take long, too.
  private func drawn(_ state: ExplorerState) -> ExplorerState {
    guard state.isLarge else { return state }
    _ = Rehearsal(state: state, size: Size(width: 80, height: 24)).frame(glyphs: .blocks)
    return state
  }

  private func openTerminal() throws(BadInput) -> Terminal {
    do throws(TerminalError) {
      return try Terminal(
        TerminalOptions(
          theme: theme, glyphs: isASCII ? .ascii : nil, isMouseOn: isMouseOn))
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
