internal import Synchronization

/// The orders of a group that were asked for last, and of those that came of it by a change: an order
/// in which few logits differ is brought up to date instead of made anew.
final class GroupOrders: Sendable {
  private struct Entry {
    let isReversed: Bool
    let pieces: [LogitPiece]
    let order: GroupOrder

    /// Whether it is of this very array; it is kept, so no other can be at its address.
    func isOf(_ pieces: [LogitPiece], _ isReversed: Bool) -> Bool {
      guard isReversed == self.isReversed else { return false }
      return self.pieces.withUnsafeBufferPointer { mine in
        pieces.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
    }
  }

  private let kept = Mutex<[Entry]>([])
  /// Of each direction: for a row, and another that it is compared with.
  private static let limit = 2
  private static let mostChanges = 16

  /// - Complexity: the logits of the group; once, unless others were asked for since.
  func order(of pieces: [LogitPiece], isReversed: Bool) -> GroupOrder {
    kept.withLock { kept in
      for entry in kept.indices where kept[entry].isOf(pieces, isReversed) {
        return kept[entry].order
      }
      let like = kept.indices.filter { kept[$0].isReversed == isReversed }
      let order =
        like.last.flatMap { Self.update(kept[$0], to: pieces) }
        ?? GroupOrder(pieces.flatMap(\.values).descending(isReversed: isReversed))
      if like.count == Self.limit { kept.remove(at: like[0]) }
      kept.append(Entry(isReversed: isReversed, pieces: pieces, order: order))
      return order
    }
  }

  private static func update(_ last: Entry, to pieces: [LogitPiece]) -> GroupOrder? {
    guard pieces.count == last.pieces.count else { return nil }
    let sign = last.isReversed ? -1.0 : 1
    var changes: [(old: Double, new: Double)] = []
    for (old, new) in zip(last.pieces, pieces) where old !== new {
      guard old.count == new.count else { return nil }
      for (old, new) in zip(old.values, new.values) where old.bitPattern != new.bitPattern {
        guard changes.count < mostChanges else { return nil }
        changes.append((sign * old, sign * new))
      }
    }
    return last.order.replacing(changes)
  }
}
