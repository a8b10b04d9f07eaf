/// Logits side by side, in pieces that copies share.
///
/// Every piece keeps what was found out about its logits: extremes, counts, sums. So a change of one
/// logit among a million costs one piece and a few steps for each of the others.
public struct Logits: Sendable {
  /// None of them is empty.
  private(set) var pieces: [LogitPiece] = []
  /// The pieces, some together.
  private(set) var groups: [LogitGroup] = []
  /// The index of each piece's first logit.
  private(set) var starts: [Int] = []
  /// What is known of all logits together.
  public private(set) var facts = LogitFacts()
  /// Logits in order that were asked for last; copies share them, and change them with it.
  private(set) var windows = BinWindows()
  /// How many logits there are.
  public var count: Int { facts.count }

  /// How many logits a piece has at most.
  static let pieceLength = 4096

  /// No logits.
  ///
  /// - Complexity: O(1).
  public init() {}

  /// The same logits in pieces.
  ///
  /// - Complexity: O(*n*).
  public init(_ logits: [Double]) {
    // A short row's piece has the array itself.
    let starts = stride(from: 0, to: logits.count, by: Self.pieceLength)
    let pieces = starts.map { start in
      let end = Swift.min(start + Self.pieceLength, logits.count)
      return LogitPiece(end - start == logits.count ? logits : Array(logits[start..<end]))
    }
    self.init(pieces: pieces)
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

  init(pieces: [LogitPiece]) {
    self.pieces = pieces
    countAgain()
  }

  private mutating func countAgain() {
    var count = 0
    starts = pieces.map { piece in
      defer { count += piece.count }
      return count
    }
    groups = stride(from: 0, to: pieces.count, by: LogitGroup.length).map { group(from: $0) }
    sumFacts()
  }

  /// The group of the pieces from this one on.
  private func group(from start: Int) -> LogitGroup {
    LogitGroup(Array(pieces[start..<Swift.min(start + LogitGroup.length, pieces.count)]))
  }

  /// Takes the groups of others with the same pieces, and what is known of them.
  private mutating func adoptGroups(of other: Logits) {
    for index in groups.indices.prefix(other.groups.count)
    where groups[index].hasSamePieces(as: other.groups[index]) {
      groups[index] = other.groups[index]
    }
  }

  private mutating func sumFacts() {
    facts = groups.reduce(into: LogitFacts()) { $0.add($1.facts) }
  }

  /// The logits as one array; a copy, unless they are few.
  ///
  /// - Complexity: O(*n*).
  public var array: [Double] {
    guard pieces.count > 1 else { return pieces.first?.values ?? [] }
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

  /// Where a logit is.
  func place(of index: Int) -> (piece: Int, offset: Int) {
    guard pieces.count > 1 else { return (0, index) }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return (low, index - starts[low])
  }
}

extension Logits: RandomAccessCollection {
  /// Counted from 0.
  public typealias Indices = Range<Int>

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of logits.
  public var endIndex: Int { count }

  /// - Complexity: O(log *n*) to read, the length of a piece to write.
  public subscript(index: Int) -> Double {
    get {
      let (piece, offset) = place(of: index)
      return pieces[piece].values[offset]
    }
    set {
      let (piece, offset) = place(of: index)
      var values = pieces[piece].values
      let orders = pieces[piece].orders.replacing(values[offset], by: newValue)
      values[offset] = newValue
      pieces[piece] = LogitPiece(values, orders: orders)
      let index = piece / LogitGroup.length
      groups[index] = group(from: index * LogitGroup.length)
      sumFacts()
    }
  }

  /// Goes on from piece to piece, without looking each logit up.
  public struct Iterator: IteratorProtocol {
    private var pieces: [LogitPiece].Iterator
    private var values: [Double].Iterator

    fileprivate init(_ pieces: [LogitPiece]) {
      self.pieces = pieces.makeIterator()
      values = self.pieces.next()?.values.makeIterator() ?? [].makeIterator()
    }

    /// - Complexity: O(1).
    public mutating func next() -> Double? {
      if let value = values.next() { return value }
      guard let piece = pieces.next() else { return nil }
      values = piece.values.makeIterator()
      return values.next()
    }
  }

  /// - Complexity: O(1).
  public func makeIterator() -> Iterator { Iterator(pieces) }
}

extension Logits {
  /// - Complexity: the length of a piece, and the number of pieces.
  public mutating func insert(_ logit: Double, at index: Int) {
    guard index < count else { return append(contentsOf: [logit]) }
    let (piece, offset) = place(of: index)
    var values = pieces[piece].values
    values.insert(logit, at: offset)
    replace(piece, with: values)
  }

  /// - Complexity: the length of a piece, and the number of pieces.
  public mutating func remove(at index: Int) -> Double {
    let (piece, offset) = place(of: index)
    var values = pieces[piece].values
    defer { replace(piece, with: values) }
    return values.remove(at: offset)
  }

  /// - Complexity: that of the new logits and one piece.
  public mutating func append(contentsOf new: [Double]) {
    let last = pieces.popLast()?.values ?? []
    pieces += Logits(last + new).pieces
    countAgain()
  }

  /// Puts values in the place of a piece: in two pieces if they are too many for one.
  private mutating func replace(_ piece: Int, with values: [Double]) {
    let half = values.count > Self.pieceLength ? values.count / 2 : values.count
    let parts = [Array(values[..<half]), Array(values[half...])].filter { !$0.isEmpty }
    pieces.replaceSubrange(piece...piece, with: parts.map { LogitPiece($0) })
    countAgain()
  }
}

extension Logits: ExpressibleByArrayLiteral {
  /// - Complexity: O(*n*).
  public init(arrayLiteral elements: Double...) { self.init(elements) }
}

extension Logits: Equatable {
  /// Whether all logits agree to the bit: a NaN equals itself, and −0 is not 0.
  ///
  /// - Complexity: O(*n*); pieces that are shared are not looked at.
  public static func == (a: Logits, b: Logits) -> Bool {
    guard a.starts == b.starts else {
      return a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
    return zip(a.pieces, b.pieces).allSatisfy { $0 === $1 || $0.hasSameBits(as: $1) }
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

extension Logits {
  /// −∞ in the place of some logits.
  ///
  /// - Parameters:
  ///   - isMasked: Which, one truth value a logit.
  ///   - last: Other logits with what the same mask made of them: pieces that they share with these
  ///     are not made again.
  /// - Returns: As many logits.
  /// - Complexity: O(*n*), or that of the pieces that are not shared.
  package func masked(
    _ isMasked: [Bool], reusing last: (source: Logits, result: Logits)?
  ) -> Logits {
    let isLike = last.map { $0.source.starts == starts && $0.source.count == count } ?? false
    let masked = pieces.indices.map { index in
      if isLike, let last, last.source.pieces[index] === pieces[index] {
        return last.result.pieces[index]
      }
      let mask = isMasked[starts[index]..<starts[index] + pieces[index].count]
      guard mask.contains(true) else { return pieces[index] }
      return LogitPiece(zip(pieces[index].values, mask).map { $1 ? -.infinity : $0 })
    }
    var result = Logits(pieces: masked)
    if isLike, let last {
      result.windows = last.result.windows
      result.adoptGroups(of: last.result)
    }
    return result
  }
}

extension Logits {
  /// Where the bits of these differ from those of others; `nil` where the pieces do not correspond or
  /// the places are too many.
  ///
  /// - Complexity: the number of pieces, and the length of those that are not shared.
  package func changes(since other: Logits, atMost limit: Int) -> [Int]? {
    guard count == other.count, starts == other.starts else { return nil }
    var places: [Int] = []
    for (index, piece) in pieces.enumerated() where piece !== other.pieces[index] {
      let before = other.pieces[index].values
      for (offset, value) in piece.values.enumerated()
      where value.bitPattern != before[offset].bitPattern {
        guard places.count < limit else { return nil }
        places.append(starts[index] + offset)
      }
    }
    return places
  }
}
