internal import LogitKernel

extension SortOrder {
  /// The document's indices in this order, ties in the document's own; `nil` for the document's own.
  ///
  /// NaN comes last; a masked class counts as −∞. An arrangement of the same classes by logit is
  /// brought up to date where few logits have changed since.
  package func arrange(_ document: Document, since last: RowArrangement? = nil) -> RowArrangement? {
    switch self {
    case .index: nil
    case .logit:
      last?.updated(to: document.effectiveLogits)
        ?? RowArrangement(byLogit: document.effectiveLogits)
    case .name: RowArrangement(byName: document.labels)
    }
  }
}

/// Rows in an order, with what they were sorted by: so a row is found by halving.
package struct RowArrangement: Equatable, Sendable {
  private enum Keys: Equatable, Sendable {
    case logits(Logits)
    case labels(Labels)
  }

  private var keys: Keys
  /// The document's indices, one a row.
  package private(set) var indices: [Int]

  /// - Complexity: O(*n*), by sorting bits.
  init(byLogit logits: Logits) {
    keys = .logits(logits)
    indices = sortedPlaces(logits.map(Self.key))
  }

  /// By the bytes of UTF-8, and so by the numbers of the characters.
  ///
  /// - Complexity: O(*n*) for numbered labels, and for others that of their bytes.
  init(byName labels: Labels) {
    keys = .labels(labels)
    guard labels.areNumbered else {
      indices = sortedPlaces(labels.array)
      return
    }
    // As text, 1 < 10 < 2: left-aligned digits, then the shorter.
    indices = sortedPlaces(
      labels.indices.map { index in
        var (number, length) = (UInt64(index + 1), UInt64(20))
        while number < 10_000_000_000_000_000 {
          number *= 10
          length -= 1
        }
        return number * 32 + length
      })
  }

  /// Greater for what comes later: the least logit, and after all a NaN.
  private static func key(_ logit: Double) -> UInt64 {
    guard !logit.isNaN else { return .max }
    let bits = (logit + 0).bitPattern
    return bits >> 63 == 1 ? bits : ~(bits | 1 << 63)
  }

  private static let mostMoves = 16

  /// The order of other logits of the same classes; `nil` where sorting again is as good.
  ///
  /// - Complexity: O(*n*) moves of memory at worst, and the pieces that have changed.
  fileprivate func updated(to new: Logits) -> RowArrangement? {
    guard case .logits(var known) = keys,
      let changed = new.changes(since: known, atMost: Self.mostMoves)
    else { return nil }
    var result = self
    for index in changed {
      let before = result.row(of: index)
      known[index] = new[index]
      let key = Self.key(new[index])
      result.indices.remove(at: before)
      let after = result.indices.firstRow {
        (Self.key(known[$0]), $0) >= (key, index)
      }
      result.indices.insert(index, at: after)
      result.keys = .logits(known)
    }
    result.keys = .logits(new)
    return result
  }

  /// The row of a class.
  ///
  /// - Complexity: O(log² *n*).
  package func row(of index: Int) -> Int {
    switch keys {
    case .logits(let logits):
      guard index < logits.count else { return 0 }
      let key = Self.key(logits[index])
      return indices.firstRow { (Self.key(logits[$0]), $0) >= (key, index) }
    case .labels(let labels):
      guard index < labels.count else { return 0 }
      let label = labels[index]
      return indices.firstRow {
        let other = labels[$0]
        return label.utf8.elementsEqual(other.utf8)
          ? $0 >= index : label.utf8.lexicographicallyPrecedes(other.utf8)
      }
    }
  }
}

extension [Int] {
  /// The first row from which on all are as asked for.
  fileprivate func firstRow(where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
