internal import Synchronization

/// Values made once for their keys and kept, safe to share among threads.
final class Memo<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let kept: Mutex<[(key: Key, value: Value)]>
  private let limit: Int

  /// Keeps at most `limit` values, the latest, to begin with these.
  init(limit: Int, _ first: [(key: Key, value: Value)] = []) {
    self.limit = limit
    kept = Mutex(first)
  }

  /// All that are kept.
  var all: [(key: Key, value: Value)] { kept.withLock { $0 } }

  private func known(for key: Key) -> Value? {
    kept.withLock { kept in
      // Without an iterator, which would keep the array alive at the cost of two atomic operations.
      for index in kept.indices where kept[index].key == key { return kept[index].value }
      return nil
    }
  }

  func value(for key: Key, make: () -> Value) -> Value {
    if let known = known(for: key) { return known }
    let value = make()
    // What was stopped half way is no value.
    guard !Work.isUnwanted else { return value }
    kept.withLock { kept in
      if kept.count == limit { kept.removeFirst() }
      kept.append((key, value))
    }
    return value
  }
}
