/// Logits side by side, in pieces that copies share, some pieces to a group.
///
/// Pieces and groups keep what was found out about their logits: extremes, counts, sums, orders. So a
/// change of one logit among a million costs one piece and a few steps for each group.
public struct Logits: Sendable {
  /// None of them is empty.
  private(set) var groups: [LogitGroup] = []
  /// The index of each group's first logit.
  private(set) var starts: [Int] = []
  /// What is known of all logits together.
  public private(set) var facts = LogitFacts()
  /// What was asked for last.
  private(set) var kept = KeptSums()
  /// How many logits there are.
  public var count: Int { facts.count }

  /// How many logits a piece has at most.
  static let pieceLength = 1024

  /// No logits.
  ///
  /// - Complexity: O(1).
  public init() {}

  /// The same logits in pieces.
  ///
  /// - Complexity: O(*n*).
  public init(_ logits: [Double]) {
    self.init(pieces: LogitPiece.pieces(of: logits))
  }

  /// The same logit for all classes; their pieces are one.
  ///
  /// - Complexity: O(*n*) in time and O(1) in memory.
  public init(repeating logit: Double, count: Int) {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: Self.pieceLength)
    let piece = LogitPiece(Array(repeating: logit, count: whole > 0 ? Self.pieceLength : 0))
    var pieces = Array(repeating: piece, count: whole)
    if rest > 0 { pieces.append(LogitPiece(Array(repeating: logit, count: rest))) }
    self.init(pieces: pieces)
  }

  init(pieces: [LogitPiece]) { self.init(groups: LogitGroup.groups(of: pieces)) }

  private init(groups: [LogitGroup]) {
    self.groups = groups
    countAgain()
  }

  private mutating func countAgain() {
    var length = 0
    starts = groups.map { group in
      defer { length += group.facts.count }
      return length
    }
    sumFacts()
  }

  private mutating func sumFacts() {
    facts = groups.reduce(into: LogitFacts()) { $0.add($1.facts) }
  }

  /// All pieces in order.
  var pieces: [LogitPiece] { groups.flatMap(\.pieces) }

  /// All pieces in order, each with the index of its first logit.
  var placedPieces: [(piece: LogitPiece, start: Int)] {
    zip(groups, starts).flatMap { group, start in
      zip(group.pieces, group.starts).map { ($0, start + $1) }
    }
  }

  /// The logits as one array; a copy, unless they are few.
  ///
  /// - Complexity: O(*n*).
  public var array: [Double] {
    if let only = groups.first?.pieces.first, only.count == count { return only.values }
    var array: [Double] = []
    array.reserveCapacity(count)
    for piece in pieces { array += piece.values }
    return array
  }

  /// What a function of one logit makes of all.
  ///
  /// - Complexity: O(*n*).
  public func mapped(_ change: (Double) -> Double) -> Logits {
    Logits(pieces: pieces.map { LogitPiece($0.values.map(change)) })
  }

  /// The group that has a logit.
  private func group(of index: Int) -> Int {
    // Where nothing was inserted or removed, all groups but the last are of one length.
    let guess = Swift.min(index / (LogitGroup.length * Self.pieceLength), groups.count - 1)
    if starts[guess] <= index, index - starts[guess] < groups[guess].facts.count { return guess }
    return starts.firstPlace { $0 > index } - 1
  }
}

extension Logits: RandomAccessCollection {
  /// Counted from 0.
  public typealias Indices = Range<Int>

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of logits.
  public var endIndex: Int { count }

  /// - Complexity: O(log *n*) to read, the length of a piece and the number of groups to write.
  public subscript(index: Int) -> Double {
    get {
      let group = group(of: index)
      return groups[group].logit(at: index - starts[group])
    }
    set {
      let group = group(of: index)
      let (piece, offset) = groups[group].place(of: index - starts[group])
      var values = groups[group].pieces[piece].values
      values[offset] = newValue
      groups[group] = groups[group].replacing(piece, by: [LogitPiece(values)])
      sumFacts()
    }
  }

  /// Goes on from piece to piece, without looking each logit up.
  public struct Iterator: IteratorProtocol {
    private var groups: [LogitGroup].Iterator
    private var pieces: [LogitPiece].Iterator
    private var values: [Double].Iterator

    fileprivate init(_ groups: [LogitGroup]) {
      self.groups = groups.makeIterator()
      pieces = [].makeIterator()
      values = [].makeIterator()
    }

    /// - Complexity: O(1).
    public mutating func next() -> Double? {
      while true {
        if let value = values.next() { return value }
        if let piece = pieces.next() {
          values = piece.values.makeIterator()
        } else if let group = groups.next() {
          pieces = group.pieces.makeIterator()
        } else {
          return nil
        }
      }
    }
  }

  /// - Complexity: O(1).
  public func makeIterator() -> Iterator { Iterator(groups) }
}

extension Logits {
  /// - Complexity: the length of a piece, and the number of groups.
  public mutating func insert(_ logit: Double, at index: Int) {
    guard index < count else { return append(contentsOf: [logit]) }
    changeValues(at: index) { values, offset in values.insert(logit, at: offset) }
  }

  /// - Complexity: the length of a piece, and the number of groups.
  public mutating func remove(at index: Int) -> Double {
    changeValues(at: index) { values, offset in values.remove(at: offset) }
  }

  /// - Complexity: that of the new logits, one group, and the number of groups.
  public mutating func append(contentsOf new: [Double]) {
    var pieces = groups.last?.pieces ?? []
    pieces += LogitPiece.pieces(of: (pieces.popLast()?.values ?? []) + new)
    groups = groups.dropLast() + LogitGroup.groups(of: pieces, like: groups.last)
    countAgain()
  }

  /// Puts other values in the place of a piece: in two pieces if they are too many for one, and the
  /// group in two if its pieces are.
  private mutating func changeValues<R>(at index: Int, _ change: (inout [Double], Int) -> R) -> R {
    let group = group(of: index)
    let (piece, offset) = groups[group].place(of: index - starts[group])
    var values = groups[group].pieces[piece].values
    let result = change(&values, offset)
    let half = values.count > Self.pieceLength ? values.count / 2 : values.count
    let parts = [Array(values[..<half]), Array(values[half...])].filter { !$0.isEmpty }
    let changed = groups[group].replacing(piece, by: parts.map { LogitPiece($0) })
    let isLong = changed.pieces.count > 2 * LogitGroup.length
    groups.replaceSubrange(
      group...group,
      with: isLong
        ? LogitGroup.groups(of: changed.pieces) : changed.pieces.isEmpty ? [] : [changed])
    countAgain()
    return result
  }
}

extension Logits: ExpressibleByArrayLiteral {
  /// - Complexity: O(*n*).
  public init(arrayLiteral elements: Double...) { self.init(elements) }
}

/// Pieces of two vectors at the same place that are not one.
struct UnsharedPieces {
  /// The index of the first logit.
  let start: Int
  let mine: LogitPiece
  let theirs: LogitPiece
}

extension Logits {
  /// Where these and others may differ; `nil` where the pieces do not correspond.
  ///
  /// - Complexity: the number of groups, and that of the pieces of those that are not shared.
  func pieces(unsharedWith other: Logits) -> [UnsharedPieces]? {
    guard starts == other.starts, count == other.count else { return nil }
    var found: [UnsharedPieces] = []
    for (place, group) in groups.enumerated() where group !== other.groups[place] {
      guard group.starts == other.groups[place].starts else { return nil }
      for (start, (mine, theirs)) in zip(
        group.starts, zip(group.pieces, other.groups[place].pieces))
      where mine !== theirs {
        found.append(UnsharedPieces(start: starts[place] + start, mine: mine, theirs: theirs))
      }
    }
    return found
  }

  /// Where the bits of these differ from those of others; `nil` where the pieces do not correspond or
  /// the places are too many.
  ///
  /// - Complexity: the number of groups, and the length of the pieces that are not shared.
  package func changes(since other: Logits, atMost limit: Int) -> [Int]? {
    guard let unshared = pieces(unsharedWith: other) else { return nil }
    var places: [Int] = []
    for pair in unshared {
      for (offset, value) in pair.mine.values.enumerated()
      where value.bitPattern != pair.theirs.values[offset].bitPattern {
        guard places.count < limit else { return nil }
        places.append(pair.start + offset)
      }
    }
    return places
  }

  /// How many pieces, one after the other, both have.
  package func sharedPieces(with other: Logits) -> Int {
    zip(pieces, other.pieces).count { $0 === $1 }
  }

  package var pieceCount: Int { pieces.count }

  /// What the pieces take, each counted once however often it occurs.
  package var bytes: Int {
    let once = Dictionary(pieces.map { (ObjectIdentifier($0), $0.count) }) { count, _ in count }
    return once.values.reduce(0) { $0 + 256 + $1 * MemoryLayout<Double>.stride }
  }
}

extension Logits: Equatable {
  /// Whether all logits agree to the bit: a NaN equals itself, and −0 is not 0.
  ///
  /// - Complexity: O(*n*); pieces that are shared are not looked at.
  public static func == (a: Logits, b: Logits) -> Bool {
    guard let unshared = a.pieces(unsharedWith: b) else {
      return a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
    return unshared.allSatisfy { $0.mine.hasSameBits(as: $0.theirs) }
  }
}

extension Logits {
  /// −∞ in the place of some logits.
  ///
  /// - Parameters:
  ///   - isMasked: Which, one truth value a logit.
  ///   - last: Other logits with what the same mask made of them: pieces that they share with these
  ///     are not made again.
  /// - Returns: As many logits.
  /// - Complexity: O(*n*), or that of the groups that are not shared.
  package func masked(
    _ isMasked: [Bool], reusing last: (source: Logits, result: Logits)?
  ) -> Logits {
    let known = last.flatMap { $0.source.starts == starts ? $0 : nil }
    var result = Logits(
      groups: groups.indices.map { place in
        let (group, start) = (groups[place], starts[place])
        let (source, last) = (known?.source.groups[place], known?.result.groups[place])
        if let last, group === source { return last }
        let pieces = group.pieces.indices.map { index in
          let (piece, start) = (group.pieces[index], start + group.starts[index])
          if let source, let last, source.starts == group.starts, source.pieces[index] === piece {
            return last.pieces[index]
          }
          let mask = isMasked[start..<start + piece.count]
          guard mask.contains(true) else { return piece }
          return LogitPiece(zip(piece.values, mask).map { $1 ? -.infinity : $0 })
        }
        return LogitGroup(pieces, like: last)
      })
    if let known { result.kept = known.result.kept }
    return result
  }
}
