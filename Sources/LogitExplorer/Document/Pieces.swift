/// A list that is kept in pieces: copies share them all, and a change at the end copies the last.
///
/// Each piece but the first and the last is full.
package struct Pieces<Element: Equatable & Sendable>: Equatable, Sendable {
  private var pieces: [[Element]] = []
  /// How many elements are gone from the start of the first piece.
  private var gone = 0

  private static var size: Int { 256 }

  mutating func append(_ element: Element) {
    if count + gone == pieces.count * Self.size { pieces.append([]) }
    pieces[pieces.count - 1].append(element)
  }

  mutating func popLast() -> Element? {
    guard let last = pieces.indices.last else { return nil }
    defer { dropIfEmpty(last) }
    return pieces[last].popLast()
  }

  mutating func removeFirst() -> Element {
    gone += 1
    defer { dropIfEmpty(0) }
    return pieces[0].removeFirst()
  }

  /// How many pieces are the very ones of another list.
  func sharedPieces(with other: Self) -> Int {
    zip(pieces, other.pieces).count { mine, theirs in
      mine.withUnsafeBufferPointer { mine in
        theirs.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
    }
  }

  private mutating func dropIfEmpty(_ piece: Int) {
    guard pieces[piece].isEmpty else { return }
    pieces.remove(at: piece)
    if piece == 0 { gone = 0 }
  }
}

extension Pieces: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int {
    pieces.last.map { (pieces.count - 1) * Self.size + $0.count - (pieces.count > 1 ? gone : 0) }
      ?? 0
  }

  package subscript(index: Int) -> Element {
    get {
      let (piece, place) = place(of: index)
      return pieces[piece][place]
    }
    set {
      let (piece, place) = place(of: index)
      pieces[piece][place] = newValue
    }
  }

  private func place(of index: Int) -> (piece: Int, place: Int) {
    let (piece, place) = (index + gone).quotientAndRemainder(dividingBy: Self.size)
    return (piece, piece == 0 ? place - gone : place)
  }
}
