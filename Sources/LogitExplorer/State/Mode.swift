/// Who has the keyboard.
///
/// Indirect, so that the state stays small.
package indirect enum Mode: Equatable, Sendable {
  case browsing
  /// A line to type in.
  case field(Field)
  /// The `:` palette: commands that match the text.
  case palette(Palette)
  /// The searchable list of everything.
  case help(Help)
  /// Presets to open.
  case open(OpenList)
  /// Lessons to begin.
  case lessons(OpenList)
  /// A question that must be answered first.
  case confirm(Question)
}

/// Text being typed, with a cursor.
package struct TextField: Equatable, Sendable {
  package var text: String
  /// Characters before the cursor.
  package var cursor: Int

  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }
}

/// A one-line field that is open.
package struct Field: Equatable, Sendable {
  package var purpose: FieldPurpose
  package var input: TextField
  /// The first character typed replaces the text as a whole.
  package var replacesOnType = false
  /// Takes back what the text has changed so far; `nil` while it has changed nothing.
  package var restore: DocumentEdit?
  /// Why the present text is not accepted; shown while the text stays.
  package var refusal: String?
  /// The class selected when the field opened, which it is about if it is about one; Esc goes back
  /// to it.
  package var startSelection = 0
  /// What the text has changed so far, in the words of the undo step.
  package var title = ""
  /// The text that the document follows, so that accepting it does nothing a second time.
  package var followed: String?
  /// What there is to say of the change once it is accepted.
  package var note: String?
}

/// What the text of a field is for.
package enum FieldPurpose: CaseIterable, Equatable, Sendable {
  case logit, probability, weight, rename
  case temperature, labelSmoothing
  /// A constant to add to every logit.
  case shift
  case find, open, save
  /// How far an arrow key moves a logit.
  case step
  /// The number that a lesson asks for.
  case guess

  /// Whether it is about one class.
  var isOfClass: Bool {
    switch self {
    case .logit, .probability, .weight, .rename: true
    case .temperature, .labelSmoothing, .shift, .find, .open, .save, .step, .guess: false
    }
  }

  /// Whether the old text is there to be typed over rather than edited.
  var replacesOnType: Bool {
    switch self {
    case .logit, .rename, .open, .save, .find: false
    case .probability, .weight, .temperature, .labelSmoothing, .shift, .step, .guess: true
    }
  }
}

/// The `:` palette.
package struct Palette: Equatable, Sendable {
  package var field = TextField()
  /// Which of the matches is highlighted.
  package var highlighted = 0
  package var refusal: String?
}

/// The searchable help.
package struct Help: Equatable, Sendable {
  package var field = TextField()
  package var isSearching = false
  package var highlighted = 0
}

/// The list of presets, or of lessons.
package struct OpenList: Equatable, Sendable {
  package var field = TextField()
  package var highlighted = 0
}

/// A question with its answers.
package struct Question: Equatable, Sendable {
  package struct Answer: Equatable, Sendable {
    /// In key notation.
    ///
    /// Esc answers every question with "do nothing", listed or not.
    package var key: String
    /// What it does, after the key: "replace all".
    package var title: String
    package var action: Action
  }

  package var text: String
  package var answers: [Answer]
}

/// A sentence for the user, above the hints until the next key.
package struct Message: Equatable, Sendable {
  package enum Severity: String, Equatable, Sendable {
    case note, warning, error
  }

  package var text: String
  package var severity = Severity.note
}
