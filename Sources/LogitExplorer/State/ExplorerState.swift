internal import LogitKernel

/// The whole of the explorer, as one value.
package struct ExplorerState: Equatable, Sendable {
  package internal(set) var document: Document
  package internal(set) var history = History()
  /// The selected class, an index into the document; 0 when it is empty.
  package internal(set) var selection = 0
  package internal(set) var lens: Lens
  package internal(set) var mode = Mode.browsing
  package internal(set) var display: Display
  /// How far an arrow key moves a logit.
  package internal(set) var step = 0.1
  /// The state pinned with `b`; its ghosts are in the bars.
  package internal(set) var baseline: Document?
  /// Where the pinned state has each label; `nil` as long as its rows run parallel to the document's.
  internal var baselinePlaces: [String: Int]?
  package internal(set) var message: Message?
  /// Earlier messages, the newest last.
  package internal(set) var messages: [Message] = []
  /// What `/` looks for; empty for nothing.
  package internal(set) var searchText = ""
  /// The seed of the next random logits.
  package internal(set) var seed: UInt64 = 1
  /// Where the document was opened or saved.
  package internal(set) var file = FileLink()
  /// What to do once the save that is under way is done; dropped when it fails.
  package internal(set) var afterSave: [Action] = []
  /// What can be opened by name.
  package internal(set) var presets: [PresetSummary]
  /// Rows of the table that fit on the screen; what Page Down moves by.
  package internal(set) var visibleRows = 1
  /// Everything computed that the present lens shows.
  package internal(set) var numbers: LensNumbers
  /// The lessons that can be opened by name, in the order of the course; empty until they are asked
  /// for.
  package internal(set) var lessons: [LessonSummary] = []
  /// The names of those that were done to their end.
  package internal(set) var doneLessons: Set<String> = []
  private var classroom = Classroom.empty
  /// The rows of which the document is one; `nil` where it is alone.
  package internal(set) var rows: RowSet?
  /// The order of the rows on the screen; `nil` for the document's own.
  var arrangement: RowArrangement?
  /// The document's indices in that order.
  package var rowOrder: [Int]? { arrangement?.indices }

  /// Without a lens, the one that suits the document.
  package init(
    document: Document = .flowers, lens: Lens? = nil, display: Display = Display(),
    path: String? = nil, presets: [PresetSummary] = []
  ) {
    var (lens, display) = (lens, display)
    if let subject = document.subject {
      (selection, display.numerics.result) = (subject.selection, subject.result)
      lens = lens ?? .numerics
    }
    self.document = document
    self.lens = lens ?? .softmax
    self.display = display
    file.path = path
    self.presets = presets
    Work.current?.begin("computing the numbers", of: nil)
    numbers = LensNumbers(
      document: document, lens: self.lens, selection: selection, baseline: nil,
      numerics: display.numerics, covered: display.covered)
    arrangement = display.order.arrange(document)
  }

  /// True when the file, or the preset it came from, differs from the document.
  ///
  /// In a lesson, what was there before it counts.
  package var isModified: Bool {
    lesson?.home.isModified ?? (history.revision != file.savedRevision)
  }

  /// Whether there is so much of it that an action may take longer than a person likes to wait.
  package var isLarge: Bool {
    document.count >= 1 << 15 || baseline.map { $0.count >= 1 << 15 } ?? false
      || rows.map { $0.numbers.count >= 1 << 17 } ?? false
  }

  /// The file the document came from or was saved to.
  package var path: String? { file.path }

  /// The lesson in progress; `nil` outside of one.
  package internal(set) var lesson: LessonRun? {
    get { if case .lesson(let run) = classroom { run } else { nil } }
    set { classroom = newValue.map { .lesson($0) } ?? .empty }
  }

  /// The document's index of the class on the table's row, counted from 0.
  package func classIndex(atRow row: Int) -> Int { arrangement?.indices[row] ?? row }

  /// The table's row of the selected class.
  package var selectedRow: Int { row(of: selection) }

  /// The table's row of a class.
  package func row(of index: Int) -> Int { arrangement?.row(of: index) ?? index }
}

/// Indirect, so that the state stays small.
private indirect enum Classroom: Equatable, Sendable {
  case empty
  case lesson(LessonRun)
}

extension Document {
  /// What a document with an arithmetic of its own is about: it opens in the Numerics lens on this.
  var subject: (selection: Int, result: Quantity.Kind)? {
    arithmetic.isPlain ? nil : (targetClass, .suiting(self))
  }
}

/// A document that comes with the program.
package struct PresetSummary: Equatable, Sendable {
  package var name: String
  /// Its one line on what to look at.
  package var note: String
  package var count: Int
  /// Its heading in a list; empty for none.
  package var section: String

  package init(name: String, note: String, count: Int, section: String = "") {
    self.name = name
    self.note = note
    self.count = count
    self.section = section
  }
}
