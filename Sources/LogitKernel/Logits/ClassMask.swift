internal import Synchronization

/// Which classes are masked, one truth value per class.
package struct ClassMask: Sendable {
  private var isMasked: [Bool]
  /// How many are masked.
  package private(set) var maskedCount: Int
  private var last = Last()

  /// The logits that were asked for last, as given and masked.
  private final class Last: Sendable {
    let known = Mutex<(source: Logits, result: Logits)?>(nil)
  }

  package init(_ isMasked: [Bool]) {
    self.isMasked = isMasked
    maskedCount = isMasked.count { $0 }
  }

  package init(repeating value: Bool, count: Int) {
    isMasked = Array(repeating: value, count: count)
    maskedCount = value ? count : 0
  }

  package init() { self.init([]) }

  /// The logits as the functions see them: −∞ where a class is masked.
  ///
  /// Only pieces that have changed since it was asked last are made anew.
  package func effectiveLogits(of logits: Logits) -> Logits {
    guard maskedCount > 0 else { return logits }
    return last.known.withLock { known in
      let result = logits.masked(isMasked, reusing: known)
      known = (logits, result)
      return result
    }
  }
}

extension ClassMask: Equatable {
  package static func == (a: ClassMask, b: ClassMask) -> Bool {
    a.maskedCount == b.maskedCount && a.isMasked == b.isMasked
  }
}

extension ClassMask: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Bool...) { self.init(elements) }
}

extension ClassMask: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  package typealias Indices = Range<Int>

  package var startIndex: Int { 0 }
  package var endIndex: Int { isMasked.count }

  package subscript(index: Int) -> Bool {
    get { isMasked[index] }
    set {
      maskedCount += (newValue ? 1 : 0) - (isMasked[index] ? 1 : 0)
      isMasked[index] = newValue
      last = Last()
    }
  }

  package mutating func replaceSubrange(
    _ range: Range<Int>, with new: some Collection<Bool>
  ) {
    maskedCount += new.count { $0 } - isMasked[range].count { $0 }
    isMasked.replaceSubrange(range, with: new)
    last = Last()
  }
}
