extension ExplorerState {
  mutating func reduceLesson(_ action: LessonAction) -> [Effect] {
    switch action {
    case .begin(let lesson): begin(lesson)
    case .goOn: return goOn()
    case .goBack: goBack()
    case .choose(let choice): return choose(choice)
    case .guess(let value): return guess(value)
    case .hint: showHint()
    case .solve: return solve()
    case .again: beginStepAnew()
    case .leave: askToLeave()
    case .end(let keepsState): endLesson(keepsState: keepsState)
    case .setPageCount(let count):
      lesson?.setPageCount(count)
    case .openList:
      mode = .lessons(OpenList())
      return lessons.isEmpty ? [.listLessons] : []
    case .open(let name):
      mode = .browsing
      return [.openLesson(name: name)]
    }
    return []
  }

  private mutating func begin(_ new: Lesson) {
    var home = lesson?.home ?? self
    (home.lesson, home.mode, home.message) = (nil, .browsing, nil)
    let run = LessonRun(new, home: home)
    baseline = nil
    (history, file, searchText) = (History(), FileLink(), "")
    let old = display
    (display, display.isMouseOn) = (Display(), old.isMouseOn)
    display.isProjector = old.isProjector
    document = new.setup.document
    (mode, selection, lens) = (.browsing, document.targetClass, .softmax)
    lesson = run
    adopt(new.setup.look)
    enterStep()
  }

  /// Enters the present step for the first time.
  private mutating func enterStep() {
    guard let run = lesson else { return }
    make(run.step.changes)
    adopt(run.step.look)
    lesson?.progress = LessonProgress()
    lesson?.page = 0
    // Undo takes back what the learner does, not what the lesson did.
    history = History()
    let entered = LessonRun.Visit(state: withoutLesson)
    lesson?.visits.append(entered)
  }

  private var withoutLesson: ExplorerState {
    var state = self
    (state.lesson, state.message, state.mode) = (nil, nil, .browsing)
    return state
  }

  /// Makes changes of the lesson; one that cannot be made now is said, not passed over.
  mutating func make(_ changes: [LessonChange]) {
    for change in changes {
      do throws(Refusal) {
        _ = perform(try change.action(in: self))
        // What the program has to say of it would stand in the lesson's way.
        if message?.severity == .note { message = nil }
      } catch {
        say("The lesson's change \(change.word) cannot be made: \(error.sentence)", .warning)
      }
    }
  }

  private mutating func adopt(_ look: LessonLook) {
    if let lens = look.lens { self.lens = lens }
    if let part = look.part { display.numerics.part = part }
    if let digits = look.digits { display.digits = digits }
    if let index = look.selection?.index(in: document) { selection = index }
    display.covered.formUnion(look.hidden)
    display.covered.subtract(look.revealed)
    arrangeRows()
  }

  // MARK: Going about

  private mutating func goOn() -> [Effect] {
    guard let run = lesson else { return [] }
    if run.page + 1 < run.pageCount {
      lesson?.page += 1
      return []
    }
    guard !run.isWaiting else {
      say(run.step.waiting, .warning)
      return []
    }
    guard !run.isLast else {
      doneLessons.insert(run.lesson.name)
      endLesson(keepsState: false)
      say("That was “\(run.lesson.title)”. i lists the lessons.")
      return [.lessonDone(name: run.lesson.name)]
    }
    move(to: run.place + 1)
    return []
  }

  private mutating func goBack() {
    guard let run = lesson else { return }
    if run.page > 0 {
      lesson?.page -= 1
    } else if run.place > 0 {
      move(to: run.place - 1)
    } else {
      say("This is the first step.")
    }
  }

  /// Keeps the step as it is left, and shows the other: as it was left, or fresh.
  private mutating func move(to place: Int) {
    guard var run = lesson else { return }
    let entered = run.visits[run.place]
    run.left[run.place] = LessonRun.Visit(state: withoutLesson, progress: run.progress)
    run.visits[run.place] = entered
    run.place = place
    (run.page, run.pageCount) = (0, 1)
    if let known = run.left[place] {
      self = known.state
      run.progress = known.progress
      lesson = run
    } else {
      lesson = run
      enterStep()
    }
  }

  private mutating func beginStepAnew() {
    guard var run = lesson else { return }
    let entered = run.visits[run.place]
    self = entered.state
    (run.progress, run.page) = (LessonProgress(), 0)
    run.left[run.place] = nil
    lesson = run
  }

  // MARK: Leaving

  private mutating func askToLeave() {
    guard lesson != nil else { return }
    ask(
      "Leave the lesson?",
      [
        ("l", "leave, back to what was before", .lesson(.end(keepsState: false))),
        ("k", "leave, and keep this state", .lesson(.end(keepsState: true))),
      ])
  }

  mutating func endLesson(keepsState: Bool) {
    guard let run = lesson else { return }
    let (kept, look) = (document, lens)
    var home = run.home
    (home.messages, home.visibleRows) = (messages, visibleRows)
    (home.lessons, home.doneLessons) = (lessons, doneLessons)
    self = home
    guard keepsState else { return }
    _ = reduce(.world(.opened(kept, path: nil)))
    lens = look
  }

  /// Why an action is not for this step; nil where it is.
  func refusalOfLesson(_ action: Action) -> String? {
    guard let run = lesson, let allowed = run.step.allowed, !run.progress.isAnswered,
      let move = LessonMove(action), !allowed.contains(move)
    else { return nil }
    let titles = LessonMove.allCases.filter(allowed.contains).map(\.title)
    return "In this step only \(titles.joined(separator: " or ")) counts."
  }
}
