/// A lesson in progress.
///
/// Each step that was entered keeps the state it had, so that going back shows it as it was left.
package struct LessonRun: Equatable, Sendable {
  package let lesson: Lesson
  /// The step that is shown.
  package internal(set) var place = 0
  package internal(set) var progress = LessonProgress()
  /// Which page of the step's text is shown, and how many the screen divides it into.
  package internal(set) var page = 0
  package internal(set) var pageCount = 1
  /// Whether the last page is to be shown, where the answer to what was just done stands.
  package internal(set) var showsEnd = false
  /// The steps that were entered, as they were then.
  var visits: [Visit] = []
  /// The steps that were left, as they were left.
  var left: [Int: Visit] = [:]
  /// What was on the screen before the lesson.
  let home: ExplorerState

  init(_ lesson: Lesson, home: ExplorerState) { (self.lesson, self.home) = (lesson, home) }

  package var step: LessonStep { lesson.steps[place] }
  package var isLast: Bool { place == lesson.steps.count - 1 }
  /// Whether the step's question is open: it must be answered before the next one.
  package var isWaiting: Bool { step.isQuestion && !progress.isAnswered }

  mutating func setPageCount(_ count: Int) {
    pageCount = max(1, count)
    page = showsEnd ? pageCount - 1 : min(page, pageCount - 1)
    showsEnd = false
  }

  struct Visit: Equatable, Sendable {
    var state: ExplorerState
    var progress = LessonProgress()
  }
}

/// What the learner has done in a step.
package struct LessonProgress: Equatable, Sendable {
  package var isAnswered = false
  /// The choice made last, right or wrong.
  package var choice: Int?
  /// The number guessed, and the true one at that time.
  package var guess: Double?
  package var truth: Double?
  package var tries = 0
  package var hintsShown = 0

  /// After so many wrong tries a hint comes by itself.
  static let triesBeforeHint = 3
}

package enum LessonAction: Equatable, Sendable {
  case begin(Lesson)
  /// To the next page or step; at the end, out of the lesson.
  case goOn
  case goBack
  /// Answers a question, by the place of the choice.
  case choose(Int)
  case guess(Double)
  case hint
  /// Answers, or does, what the step asks for.
  case solve
  /// Begins the step anew.
  case again
  case leave
  /// Ends the lesson, with the state as it is or as it was before.
  case end(keepsState: Bool)
  /// The view says how many pages the text takes.
  case setPageCount(Int)
  /// Opens the list.
  case openList
  /// Asks for a lesson by its name.
  case open(String)
}

/// A lesson that can be opened, for a list.
///
/// A list shows what many think, not the point: that would give the answer away.
package struct LessonSummary: Equatable, Sendable {
  package var name: String
  package var title: String
  package var level: LessonLevel
  package var minutes: Int
  package var point: String
  package var misconception: String

  package init(_ lesson: Lesson) {
    (name, title, level) = (lesson.name, lesson.title, lesson.level)
    (minutes, point, misconception) = (lesson.minutes, lesson.point, lesson.misconception)
  }
}
