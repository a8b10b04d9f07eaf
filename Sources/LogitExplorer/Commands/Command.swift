/// Something the user can do: the one row from which its keys, its palette entry, its help, its
/// hint and the README's table are made.
package struct Command: Sendable {
  /// Heading in the help.
  package enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case logits = "Logits"
    case classes = "Classes"
    case temperature = "Temperature"
    case loss = "Target and loss"
    case compare = "Compare"
    case rows = "Rows"
    case view = "View"
    case numerics = "Numerics"
    case lessons = "Lessons"
    case document = "Document"
    case program = "Program"
  }

  /// The word after `:`; unique.
  package let id: String
  /// Key notations that run it while browsing; the first is the one shown.
  package let keys: [String]
  /// A sentence without a full stop, in the imperative.
  package let title: String
  package let group: Group
  package let action: Action
  /// Its word on the hint line; `nil` when it is not shown there.
  package var hint: String?
  /// What may follow the word in the palette; `nil` when nothing may.
  package var argument: Argument?
  /// Why it cannot be done now, in a sentence; `nil` when it can.
  package var refusal: @Sendable (ExplorerState) -> String? = { _ in nil }

  /// The text after a palette word.
  package struct Argument: Sendable {
    /// "VALUE", "FILE": what is expected, for help.
    package let name: String
    /// The words it may be, to complete; empty when it is free text.
    package var choices: @Sendable (ExplorerState) -> [String] = { _ in [] }
    /// Whether it is a class's label, of which there may be too many to list.
    var isOfClass = false
    /// What one of the words stands for, for its row.
    package var meaning: @Sendable (String, ExplorerState) -> String = { _, _ in "" }
    package let action: @Sendable (String, ExplorerState) throws(Refusal) -> Action
  }
}

/// Why a text is not accepted, in a sentence for the user.
package struct Refusal: Error, Equatable, Sendable {
  package let sentence: String
  /// True when the text is fine as far as it goes: no reason to speak up before Enter.
  package let isUnfinished: Bool

  package init(_ sentence: String, isUnfinished: Bool = false) {
    self.sentence = sentence
    self.isUnfinished = isUnfinished
  }
}
