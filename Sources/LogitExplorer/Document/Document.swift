package import LogitKernel

/// What is being looked at: classes with their logits, and how they are to be read.
///
/// `labels`, `logits` and `isMasked` run in parallel, one element per class. A masked class keeps its
/// logit, so that unmasking brings it back; `effectiveLogits` is what the functions see.
package struct Document: Equatable, Sendable {
  /// The title on the screen; also the suggestion for a file name.
  package var name: String { didSet { revise() } }
  /// One line on what to look at; empty when there is nothing to say.
  package var note: String { didSet { revise() } }
  /// Without line breaks.
  package var labels: Labels { didSet { revise() } }
  package var logits: Logits {
    didSet {
      seed = nil
      revise()
    }
  }
  /// What the logits were drawn from; `nil` where they came about in another way.
  private(set) var seed: UInt64?
  package var isMasked: ClassMask { didSet { revise() } }
  /// Divides every logit; 1 leaves them alone.
  package var temperature: Double { didSet { revise() } }
  package var target: TargetSetting { didSet { revise() } }
  /// ε of q = (1 − ε)·target + ε/n; 0 for none.
  package var labelSmoothing: Double { didSet { revise() } }
  package var loss: LossKind { didSet { revise() } }
  /// How the numbers are computed.
  package var arithmetic: Arithmetic { didSet { revise() } }
  /// Where the logits came from; empty for a document file.
  package var source = DocumentSource() { didSet { revise() } }

  /// The same for documents of which neither has changed since one was copied from the other.
  package private(set) var revision = Revision()

  package final class Revision: Sendable {}

  private mutating func revise() { revision = Revision() }

  package init(
    name: String, note: String = "", labels: [String]? = nil, logits: [Double],
    isMasked: [Bool]? = nil, temperature: Double = 1, target: TargetSetting = .none,
    labelSmoothing: Double = 0, loss: LossKind = .crossEntropy, arithmetic: Arithmetic = .exact
  ) {
    self.name = name
    self.note = note
    self.labels = labels.map { Labels($0.map(singleLine)) } ?? Labels(numbered: logits.count)
    self.logits = Logits(logits)
    self.isMasked =
      isMasked.map { ClassMask($0) } ?? ClassMask(repeating: false, count: logits.count)
    self.temperature = temperature
    self.target = target
    self.labelSmoothing = labelSmoothing
    self.loss = loss
    self.arithmetic = arithmetic
    precondition(self.labels.count == logits.count && self.isMasked.count == logits.count)
  }

  package var count: Int { logits.count }

  mutating func drawLogits(seed new: UInt64) {
    logits = Logits(randomLogits(count, seed: new))
    seed = new
  }

  package func effectiveLogit(at index: Int) -> Double {
    isMasked[index] ? -.infinity : logits[index]
  }

  /// The current target as one weight per class.
  package var softTarget: [Double] { logits.indices.map(target.weight(at:)) }

  /// The article's three flowers, which the program opens on.
  package static let flowers = Document(
    name: "flowers", labels: ["setosa", "versicolor", "virginica"], logits: [2, 1, 0.1],
    target: .index(0))
}

extension Document {
  /// Whether two documents agree to the bit: a NaN equals itself, and −0 is not 0.
  package static func == (a: Document, b: Document) -> Bool {
    if a.revision === b.revision { return true }
    return a.name == b.name && a.note == b.note && a.labels == b.labels && a.isMasked == b.isMasked
      && a.logits == b.logits && haveSameBits([a.temperature], [b.temperature])
      && a.target == b.target && haveSameBits([a.labelSmoothing], [b.labelSmoothing])
      && a.loss == b.loss && a.arithmetic == b.arithmetic && a.source == b.source
  }
}

/// Whether two rows of numbers agree to the bit, so that a NaN equals itself.
package func haveSameBits(_ a: [Double], _ b: [Double]) -> Bool {
  guard a.count == b.count else { return false }
  return a.withUnsafeBufferPointer { left in
    b.withUnsafeBufferPointer { right in
      // Copies of a value that was not changed share their storage: no need to look at it.
      left.baseAddress == right.baseAddress
        || left.indices.allSatisfy { left[$0].bitPattern == right[$0].bitPattern }
    }
  }
}

/// What the loss compares the prediction with.
package enum TargetSetting: Equatable, Sendable {
  case none
  /// One class is right.
  case index(Int)
  /// Weights over the classes, as given: finite and not negative, not necessarily of sum 1.
  case weights([Double])

  /// The weight of the class at `index` before label smoothing.
  package func weight(at index: Int) -> Double {
    switch self {
    case .none: 0
    case .index(let target): target == index ? 1 : 0
    case .weights(let weights): weights[index]
    }
  }
}

/// What is known of the file that the logits were read from.
package struct DocumentSource: Equatable, Sendable {
  /// How many rows it holds, of which the document shows one.
  package var rows = 1
  /// Which of them that is, counted from 0.
  package var row = 0
  /// What was guessed or left out while reading, a sentence each.
  package var remarks: [String] = []

  package init(rows: Int = 1, row: Int = 0, remarks: [String] = []) {
    (self.rows, self.row) = (rows, row)
    self.remarks = remarks
  }
}

/// Which loss the Loss lens shows.
package enum LossKind: String, CaseIterable, Equatable, Sendable {
  /// One distribution over all classes, from softmax.
  case crossEntropy = "cross-entropy"
  /// One yes-or-no question per class, from sigmoid.
  case binaryCrossEntropy = "binary cross-entropy"

  /// For its row.
  var meaning: String {
    switch self {
    case .crossEntropy: "one distribution over all classes, from softmax"
    case .binaryCrossEntropy: "one yes-or-no question per class, from sigmoid"
    }
  }
}

/// One class on its own, for inserting and removing.
package struct ClassRow: Equatable, Sendable {
  package var label: String
  package var logit: Double
  package var isMasked = false
  /// Its weight in a soft target; ignored unless the document has one.
  package var weight = 0.0
}
