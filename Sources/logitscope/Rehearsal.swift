internal import LogitExplorer
internal import LogitFiles
internal import LogitViews
internal import LogitscopeResources
internal import TerminalCells

/// The explorer without a terminal: keys are pressed, files and presets open, and nothing outside
/// of it changes.
struct Rehearsal {
  private(set) var state: ExplorerState
  let size: Size
  private var hasQuit = false

  init(state: ExplorerState, size: Size) {
    self.state = state
    self.size = size
  }

  /// Presses the keys in order, up to the one that quits.
  mutating func press(_ keys: [KeyName]) {
    for key in keys where !hasQuit {
      measure()
      for effect in state.press(key.notation) { perform(effect) }
    }
    measure()
  }

  func frame(glyphs: GlyphLevel) -> CellGrid {
    LogitViews.frame(state, size: size, glyphs: glyphs).grid
  }

  /// What Page Down moves by depends on the layout.
  private mutating func measure() {
    state.adopt(Layout(state, size: size))
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: hasQuit = true
    case .openFile, .openPreset: for effect in state.open(effect) { perform(effect) }
    case .openLesson, .listLessons: for effect in state.answerLesson(effect) { perform(effect) }
    case .save: _ = state.reduce(.world(.failed("Without a terminal nothing is saved.")))
    case .scoreRows(let temperature):
      if let scores = try? state.rows?.scored(at: temperature) {
        _ = state.reduce(.world(.rowsScored(scores)))
      }
    case .suspend, .redraw, .setMouse, .copy, .copyDocument, .lessonDone: break
    }
  }
}
