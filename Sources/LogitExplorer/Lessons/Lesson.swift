/// A lesson: a state to begin with, and steps that say, ask, and let the learner act.
///
/// Only values; `LessonRun` is one in progress. Every number it states is an assertion, so that a
/// lesson is a test as well.
package struct Lesson: Equatable, Sendable {
  /// By which it is asked for: that of its file, with hyphens.
  package var name: String
  package var title: String
  package var level: LessonLevel
  package var minutes: Int
  /// What to take away, in a sentence.
  package var point: String
  /// What many think instead; empty for nothing in particular.
  package var misconception: String
  package var setup: LessonSetup
  /// At least one.
  package var steps: [LessonStep]

  package init(
    name: String, title: String, level: LessonLevel, minutes: Int, point: String,
    misconception: String = "", setup: LessonSetup, steps: [LessonStep]
  ) {
    precondition(!steps.isEmpty)
    (self.name, self.title, self.level, self.minutes) = (name, title, level, minutes)
    (self.point, self.misconception, self.setup, self.steps) = (point, misconception, setup, steps)
  }
}

/// The groups of the course, in their order.
package enum LessonLevel: String, CaseIterable, Sendable {
  case firstSteps = "first steps"
  case loss, numbers, sampling, training

  /// Its heading in a list.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// What a lesson begins with.
package struct LessonSetup: Equatable, Sendable {
  package var document: Document
  package var look: LessonLook

  package init(document: Document, look: LessonLook = LessonLook()) {
    (self.document, self.look) = (document, look)
  }
}

/// How the state is shown from a step on; what is nil or empty stays as it is.
package struct LessonLook: Equatable, Sendable {
  package var lens: Lens?
  package var part: NumericsPart?
  package var digits: Int?
  package var selection: ClassName?
  package var hidden: Set<Cover> = []
  package var revealed: Set<Cover> = []

  package init() {}
}

/// One step, in one of four kinds.
package struct LessonStep: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case say
    case ask(choices: [LessonText], answer: Int, replies: [LessonText])
    case estimate(LessonExpression, within: Double, reply: LessonText?)
    case goal(LessonCondition, reply: LessonText?, solution: [LessonChange])
  }

  package var kind: Kind
  /// What is said or asked.
  package var text: LessonText
  /// Made as the step is entered.
  package var changes: [LessonChange] = []
  /// Made once the question is answered or the goal is reached.
  package var changesAfter: [LessonChange] = []
  package var look = LessonLook()
  /// Uncovered once the question is answered or the goal is reached.
  package var revealedAfter: Set<Cover> = []
  package var assertions: [LessonCondition] = []
  package var assertionsAfter: [LessonCondition] = []
  package var hints: [LessonText] = []
  /// What may change the state in this step; nil for everything.
  package var allowed: Set<LessonMove>?

  package init(kind: Kind, text: LessonText) { (self.kind, self.text) = (kind, text) }

  /// Whether it waits for the learner.
  package var isQuestion: Bool { kind != .say }
}

/// Kinds of changes that a step may be limited to.
package enum LessonMove: String, CaseIterable, Sendable {
  case logit, nudge, drag, probability, shift, fill, mask, temperature, target, smoothing, classes,
    arithmetic
}

/// A class as a lesson names it: by its label, or by its place counted from 0.
package enum ClassName: Hashable, Sendable {
  case label(String)
  case index(Int)

  /// Its index in a document; nil where there is none, or more than one.
  package func index(in document: Document) -> Int? {
    switch self {
    case .index(let index): return document.labels.indices.contains(index) ? index : nil
    case .label(let label):
      guard let index = document.labels.firstIndex(of: label) else {
        return Int(label).flatMap { ClassName.index($0).index(in: document) }
      }
      return document.labels.lastIndex(of: label) == index ? index : nil
    }
  }
}
