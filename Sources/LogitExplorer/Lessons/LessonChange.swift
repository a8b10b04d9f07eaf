/// A change that a lesson makes: a command's word and what follows it.
package struct LessonChange: Equatable, Sendable {
  package enum Argument: Equatable, Sendable {
    /// The command without an argument.
    case none
    case text(String)
    /// A value of one class, `class` and `value`.
    case ofClass(ClassName, String)
  }

  package var word: String
  package var argument: Argument

  /// Refuses words that are no commands, and commands that a lesson has no business with.
  package init(_ word: String, _ argument: Argument) throws(Refusal) {
    guard let command = Command.byID[word] else {
      let near = nearest(to: word, among: LessonChange.words)
      throw Refusal("there is no command “\(word)”" + (near.map { "; \($0)?" } ?? ""))
    }
    guard LessonChange.words.contains(word) else {
      throw Refusal("“\(command.id)” is not for lessons")
    }
    (self.word, self.argument) = (word, argument)
  }

  /// The commands that change what is looked at, and not how a person gets about.
  package static let words: [String] =
    Command.catalog.filter { command in
      switch command.group {
      case .logits, .classes, .temperature, .loss, .compare, .numerics: true
      case .view: ["axis", "sort", "digits"].contains(command.id)
      case .move, .rows, .lessons, .document, .program: false
      }
    }.map(\.id)

  /// What it does in a state.
  package func action(in state: ExplorerState) throws(Refusal) -> Action {
    guard let command = Command.byID[word] else { throw Refusal("there is no “\(word)”") }
    switch argument {
    case .none: return try command.action(nil, in: state)
    case .text(let text):
      guard command.argument == nil else { return try command.action(text, in: state) }
      return try on(.label(text), in: state) { state throws(Refusal) in
        try command.action(nil, in: state)
      }
    case .ofClass(let name, let value):
      return try on(name, in: state) { state throws(Refusal) in
        try command.action(value, in: state)
      }
    }
  }

  /// A command on the selected class, done on another one.
  private func on(
    _ name: ClassName, in state: ExplorerState,
    _ action: (ExplorerState) throws(Refusal) -> Action
  ) throws(Refusal) -> Action {
    guard let index = name.index(in: state.document) else {
      throw Refusal("there is no class \(name.text), or more than one")
    }
    var there = state
    there.selection = index
    return .sequence(
      [.selection(.select(index)), try action(there), .selection(.select(state.selection))])
  }
}

extension LessonMove {
  /// The kind of change that an action makes; nil for one that changes nothing of the document.
  init?(_ action: Action) {
    switch action {
    case .logits(let action):
      switch action {
      case .nudge, .nudgeClass: self = .nudge
      case .set: self = .logit
      case .setProbability: self = .probability
      case .dragLogit, .dragProbability: self = .drag
      case .toggleMask: self = .mask
      case .shift: self = .shift
      case .fill, .randomise: self = .fill
      case .changeStep, .setStep, .endDrag: return nil
      }
    case .classes: self = .classes
    case .temperature: self = .temperature
    case .loss(.setLabelSmoothing): self = .smoothing
    case .loss: self = .target
    case .arithmetic: self = .arithmetic
    case .numerics(.flipBit): self = .logit
    case .field(.typeLogit): self = .logit
    case .field(.begin(let purpose)):
      guard let move = LessonMove(purpose) else { return nil }
      self = move
    case .history(.swap): self = .logit
    default: return nil
    }
  }

  private init?(_ purpose: FieldPurpose) {
    switch purpose {
    case .logit: self = .logit
    case .probability: self = .probability
    case .weight: self = .target
    case .rename: self = .classes
    case .temperature: self = .temperature
    case .labelSmoothing: self = .smoothing
    case .shift: self = .shift
    case .find, .open, .save, .step, .guess: return nil
    }
  }

  /// What it is, for a refusal.
  var title: String {
    switch self {
    case .logit: "typing a logit"
    case .nudge: "nudging with ← and →"
    case .drag: "dragging a bar"
    case .probability: "setting a probability"
    case .shift: "adding a constant"
    case .fill: "setting all logits"
    case .mask: "masking"
    case .temperature: "the temperature"
    case .target: "the target"
    case .smoothing: "label smoothing"
    case .classes: "adding and removing classes"
    case .arithmetic: "the arithmetic"
    }
  }
}
