internal import Synchronization

/// What was found out about some logits as a whole; copies share it, and change it with them.
final class KeptSums: Sendable {
  let windows = BinWindows()
  let bins = RestMemo<BinPart.Key, BinRest>(limit: 4)
  let leaders = RestMemo<Bool, RestLeaders>(limit: 2)
  let tails = RestMemo<MovedKey, BasedSums<FastEnclosure>>(limit: 8)
}

/// What all groups but one come to, kept for as long as only that one changes: so a change looks at
/// one group, however many there are.
final class RestMemo<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let key: Key
    let groups: [LogitGroup]
    let changing: Int
    let rest: Value
  }

  private let kept = Mutex<[Entry]>([])
  private let limit: Int

  /// Keeps at most `limit` values, the latest.
  init(limit: Int) { self.limit = limit }

  /// - Parameters:
  ///   - key: What the value depends on besides the logits.
  ///   - groups: All of them.
  ///   - make: The value of all groups but one.
  /// - Returns: The group that is left out, and the value of the others.
  /// - Complexity: the number of groups, as pointers, unless another group changes than before.
  func value(
    for key: Key, _ groups: [LogitGroup], make: (_ changing: Int) -> Value
  ) -> (changing: Int, rest: Value) {
    let last = kept.withLock { kept in kept.first { $0.key == key } }
    let changed = last.flatMap { RestMemo.change(from: $0.groups, to: groups) }
    if let last, let changed, changed == last.changing || changed < 0 {
      return (last.changing, last.rest)
    }
    let changing = Swift.max(changed ?? 0, 0)
    let rest = make(changing)
    guard !Work.isUnwanted else { return (changing, rest) }
    kept.withLock { kept in
      kept.removeAll { $0.key == key }
      if kept.count == limit { kept.removeFirst() }
      kept.append(Entry(key: key, groups: groups, changing: changing, rest: rest))
    }
    return (changing, rest)
  }

  /// The group that differs, −1 if none does; `nil` where there is more than one.
  private static func change(from last: [LogitGroup], to groups: [LogitGroup]) -> Int? {
    guard last.count == groups.count else { return nil }
    var changed = -1
    for place in groups.indices where groups[place] !== last[place] {
      guard changed < 0 else { return nil }
      changed = place
    }
    return changed
  }
}
