/// Some pieces side by side, with what they come to together: so that a change of one piece among a
/// thousand costs a few dozen steps instead of one for each.
///
/// It never changes: with another piece it is another group.
final class LogitGroup: Sendable {
  /// One of the greatest logits, or of the least, negated.
  struct Leader {
    let key: Double
    let place: Int

    func moved(by start: Int) -> Leader { Leader(key: key, place: start + place) }

    func isBehind(_ other: Leader) -> Bool {
      key == other.key ? place > other.place : key < other.key
    }
  }

  let pieces: [LogitPiece]
  /// The index of each piece's first logit, counted from that of the group.
  let starts: [Int]
  let facts: LogitFacts
  /// Those of all groups that came of each other by a change.
  private let orders: GroupOrders
  private let leaders = Memo<Bool, [Leader]>(limit: 2)
  private let swept = Memo<RowSweep.Key, [RowSweep.Sums]>(limit: 1)
  private let moved = Memo<MovedKey, BasedSums<FastEnclosure>>(limit: 8)

  /// How many pieces a group is made of; insertions may double them.
  static let length = 16

  /// - Parameters:
  ///   - pieces: Any number.
  ///   - last: A group that most of them are of.
  init(_ pieces: [LogitPiece], like last: LogitGroup? = nil) {
    self.pieces = pieces
    var length = 0
    starts = pieces.map { piece in
      defer { length += piece.count }
      return length
    }
    orders = last?.orders ?? GroupOrders()
    facts = pieces.reduce(into: LogitFacts()) { $0.add($1.facts) }
  }

  /// Pieces in groups.
  static func groups(of pieces: [LogitPiece], like first: LogitGroup? = nil) -> [LogitGroup] {
    stride(from: 0, to: pieces.count, by: length).map { start in
      let own = pieces[start..<min(start + length, pieces.count)]
      return LogitGroup(Array(own), like: start == 0 ? first : nil)
    }
  }

  func replacing(_ piece: Int, by new: [LogitPiece]) -> LogitGroup {
    var pieces = pieces
    pieces.replaceSubrange(piece...piece, with: new)
    return LogitGroup(pieces, like: self)
  }

  func logit(at index: Int) -> Double {
    let (piece, offset) = place(of: index)
    return pieces[piece].values[offset]
  }

  /// Where a logit is.
  func place(of index: Int) -> (piece: Int, offset: Int) {
    guard pieces.count > 1 else { return (0, index) }
    // Where nothing was inserted or removed, all pieces but the last are of one length.
    let guess = min(index / Logits.pieceLength, pieces.count - 1)
    if starts[guess] <= index, index - starts[guess] < pieces[guess].count {
      return (guess, index - starts[guess])
    }
    let piece = starts.firstPlace { $0 > index } - 1
    return (piece, index - starts[piece])
  }

  /// All logits beyond a threshold, negated first where asked.
  func leaders(beyond threshold: Double, isReversed: Bool) -> [Leader] {
    let leaders = leaders(isReversed: isReversed)
    if leaders.count < LogitPiece.mostLeaders || leaders.contains(where: { $0.key <= threshold }) {
      return leaders.filter { $0.key > threshold }
    }
    // There may be more.
    return zip(pieces, starts).flatMap { piece, start in
      piece.places(beyond: threshold, isReversed: isReversed).map {
        Leader(key: isReversed ? -piece.values[$0] : piece.values[$0], place: start + $0)
      }
    }
  }

  /// The greatest eight logits, or the least, negated, in no order; of equal ones the first.
  func leaders(isReversed: Bool) -> [Leader] {
    leaders.value(for: isReversed) {
      var found: [Leader] = []
      var last = 0
      for (piece, start) in zip(pieces, starts)
      where found.count < LogitPiece.mostLeaders
        || piece.facts.top(isReversed: isReversed).first > found[last].key
      {
        for place in piece.leaders(isReversed: isReversed) {
          let key = isReversed ? -piece.values[place] : piece.values[place]
          if found.count < LogitPiece.mostLeaders {
            found.append(Leader(key: key, place: start + place))
          } else if key > found[last].key {
            found[last] = Leader(key: key, place: start + place)
          } else {
            continue
          }
          last = found.indices.reduce(0) { found[$1].isBehind(found[$0]) ? $1 : $0 }
        }
      }
      return found
    }
  }

  /// What the pieces add to the sums of a row with this second greatest logit.
  func sums(_ key: MovedKey) -> BasedSums<FastEnclosure> {
    moved.value(for: key) {
      pieces.reduce(BasedSums()) { sum, piece in
        piece.facts.finiteCount > 0 ? sum + BasedSums(of: piece, key) : sum
      }
    }
  }

  /// The sums relative to the greatest logit of the group.
  func sweep(_ key: RowSweep.Key) -> [RowSweep.Sums] {
    swept.value(for: key) {
      RowSweep.join(pieces.map { ($0.facts, $0.sweep(key)) }, key)
    }
  }

  /// The finite logits in order.
  func order(isReversed: Bool) -> GroupOrder { orders.order(of: pieces, isReversed: isReversed) }
}
