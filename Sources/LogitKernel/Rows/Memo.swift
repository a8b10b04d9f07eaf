internal import Synchronization

/// Values made once for their keys and kept, safe to share among threads.
final class Memo<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<[(key: Key, value: Value)]>([])
  private let limit: Int

  /// Keeps at most `limit` values, the latest.
  init(limit: Int) { self.limit = limit }

  /// All that are kept.
  var all: [(key: Key, value: Value)] { kept.withLock { $0 } }

  func value(for key: Key, make: () -> Value) -> Value {
    if let known = kept.withLock({ $0.first { $0.key == key }?.value }) { return known }
    let value = make()
    kept.withLock { kept in
      if kept.count == limit { kept.removeFirst() }
      kept.append((key, value))
    }
    return value
  }
}
