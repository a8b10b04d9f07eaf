package import LogitKernel

/// A change to a document, as a value; applying one returns the edit that takes it back.
///
/// Undo keeps such inverses, never copies of the whole document; a wholesale edit keeps the old
/// pieces, of which the document still has those that did not change.
package enum DocumentEdit: Equatable, Sendable {
  case setLogit(Int, Double)
  case setLogits(Logits)
  /// Random logits, which the seed makes again.
  case randomise(seed: UInt64)
  /// Adds a constant to every logit, but gives some the value that is listed: those that adding
  /// does not bring back.
  case shiftLogits(by: Double, restoring: [Int: Double] = [:])
  case setMask(Int, Bool)
  case setTemperature(Double)
  case setTarget(TargetSetting)
  case setLabelSmoothing(Double)
  case setLoss(LossKind)
  case setArithmetic(Arithmetic)
  case insertClass(ClassRow, at: Int)
  case removeClass(at: Int)
  case renameClass(Int, String)
  case renameDocument(String)
  case replace(Document)
  /// In order; the inverse is in the opposite order.
  case batch([DocumentEdit])
}

extension Document {
  /// Makes the change and returns the edit that takes it back.
  ///
  /// - Precondition: every index is in the document (one past it for an insertion).
  package mutating func apply(_ edit: DocumentEdit) -> DocumentEdit {
    switch edit {
    case .setLogit(let index, let logit):
      return .setLogit(index, swap(&logits[index], with: logit))
    case .setLogits(let new):
      precondition(new.count == count)
      defer { logits = new }
      return logitsBack
    case .randomise(let seed):
      defer { drawLogits(seed: seed) }
      return logitsBack
    case .shiftLogits(let constant, let exact):
      return shift(by: constant, restoring: exact)
    case .setMask(let index, let masked):
      return .setMask(index, swap(&isMasked[index], with: masked))
    case .setTemperature(let new):
      return .setTemperature(swap(&temperature, with: new))
    case .setTarget(let new):
      return .setTarget(swap(&target, with: new))
    case .setLabelSmoothing(let new):
      return .setLabelSmoothing(swap(&labelSmoothing, with: new))
    case .setLoss(let new):
      return .setLoss(swap(&loss, with: new))
    case .setArithmetic(let new):
      return .setArithmetic(swap(&arithmetic, with: new))
    case .insertClass(let row, let index):
      return insert(row, at: index)
    case .removeClass(let index):
      return removeClass(at: index)
    case .renameClass(let index, let label):
      return .renameClass(index, swap(&labels[index], with: label))
    case .renameDocument(let new):
      return .renameDocument(swap(&name, with: new))
    case .replace(let new):
      return .replace(swap(&self, with: new))
    case .batch(let edits):
      return .batch(edits.map { apply($0) }.reversed())
    }
  }

  /// The edit that brings the present logits back.
  private var logitsBack: DocumentEdit {
    seed.map { .randomise(seed: $0) } ?? .setLogits(logits)
  }

  private mutating func shift(by constant: Double, restoring exact: [Int: Double]) -> DocumentEdit {
    let (old, back) = (logits, logitsBack)
    var restoring: [Int: Double] = [:]
    var new: [Double] = []
    new.reserveCapacity(old.count)
    for index in old.indices.wanted("adding to every logit") {
      let logit = old[index]
      new.append(exact[index] ?? decimalSum(logit, constant))
      let isLost = decimalSum(new[index], -constant).bitPattern != logit.bitPattern
      if isLost { restoring[index] = logit }
    }
    logits = Logits(new + old.dropFirst(new.count))
    // A place with its value takes more room than a value alone.
    guard restoring.count < old.count / 4 else { return back }
    return .shiftLogits(by: -constant, restoring: restoring)
  }

  private mutating func insert(_ row: ClassRow, at index: Int) -> DocumentEdit {
    labels.insert(row.label, at: index)
    logits.insert(row.logit, at: index)
    isMasked.insert(row.isMasked, at: index)
    switch target {
    case .none: break
    case .index(let old): target = .index(old >= index ? old + 1 : old)
    case .weights(var weights):
      weights.insert(row.weight, at: index)
      target = .weights(weights)
    }
    return .removeClass(at: index)
  }

  /// A hard target on the removed class is gone with it; the inverse brings it back.
  private mutating func removeClass(at index: Int) -> DocumentEdit {
    let oldTarget = target
    var row = ClassRow(label: labels.remove(at: index), logit: logits.remove(at: index))
    row.isMasked = isMasked.remove(at: index)
    switch target {
    case .none: break
    case .index(let old):
      target = old == index ? .none : .index(old > index ? old - 1 : old)
    case .weights(var weights):
      row.weight = weights.remove(at: index)
      target = .weights(weights)
    }
    return .batch([.insertClass(row, at: index), .setTarget(oldTarget)])
  }
}

extension DocumentEdit {
  /// About what it holds beyond its own size.
  var bytes: Int {
    switch self {
    case .setLogits(let logits): logits.bytes
    case .shiftLogits(_, let restoring): restoring.count * 32
    case .setTarget(.weights(let weights)): weights.count * 8
    case .replace(let document):
      document.logits.bytes + document.count * (document.labels.areNumbered ? 1 : 40)
    case .batch(let edits): edits.reduce(0) { $0 + 64 + $1.bytes }
    case .insertClass, .removeClass, .renameClass, .renameDocument, .setLogit, .randomise,
      .setMask, .setTemperature, .setTarget, .setLabelSmoothing, .setLoss, .setArithmetic:
      0
    }
  }
}

private func swap<Value>(_ place: inout Value, with new: Value) -> Value {
  defer { place = new }
  return place
}
