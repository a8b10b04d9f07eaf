/// An array in pieces of 32 KiB: copies share them all, and a change copies the pieces it touches.
///
/// Each piece but the first and the last is full. Other modules walk it by `for`, which goes piece by
/// piece, or ask for `array`: by index each element is looked up by a call.
package struct Pieces<Element: Sendable>: Sendable {
  private(set) var pieces: [[Element]] = []
  /// How many elements are gone from the start of the first piece.
  private var gone = 0

  package init() {}

  /// All places share one piece, so that it takes next to no memory.
  package init(repeating element: Element, count: Int) {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: Self.size)
    let piece = Array(repeating: element, count: Self.size)
    pieces = Array(repeating: piece, count: whole)
    if rest > 0 { pieces.append(Array(piece.prefix(rest))) }
  }

  static var size: Int { Swift.max(1, 32 << 10 / MemoryLayout<Element>.stride) }

  /// The elements side by side; a copy, unless they are few.
  package var array: [Element] {
    // `first` would be a generic call, at many times the cost.
    guard pieces.count > 1 else { return pieces.isEmpty ? [] : pieces[0] }
    var array: [Element] = []
    array.reserveCapacity(count)
    for piece in pieces { array += piece }
    return array
  }

  /// What the pieces take, each counted once however often it occurs.
  var bytes: Int {
    Set(pieces.map { $0.withUnsafeBufferPointer(\.baseAddress) }).count * Self.size
      * MemoryLayout<Element>.stride
  }
}

extension Pieces: Equatable where Element: Equatable {}

extension Pieces: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Pieces: RandomAccessCollection, MutableCollection {
  package typealias Indices = Range<Int>

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    let count = pieces.count
    guard count > 1 else { return count == 0 ? 0 : pieces[0].count }
    return (count - 1) * Self.size - gone + pieces[count - 1].count
  }

  /// Piece by piece: by index, each element would be looked up anew.
  package func makeIterator() -> FlattenSequence<[[Element]]>.Iterator {
    pieces.joined().makeIterator()
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

extension Pieces: RangeReplaceableCollection {
  package mutating func replaceSubrange(
    _ range: Range<Int>, with new: some Collection<Element>
  ) {
    let rest = Array(self[range.upperBound...])
    let (piece, place) = place(of: range.lowerBound)
    if piece < pieces.count {
      pieces.removeSubrange((piece + 1)...)
      pieces[piece].removeSubrange(place...)
      dropIfEmpty(piece)
    }
    append(contentsOf: new)
    append(contentsOf: rest)
  }

  package mutating func append(_ element: Element) {
    if room == 0 { pieces.append([]) }
    pieces[pieces.count - 1].append(element)
  }

  package mutating func append(contentsOf new: some Sequence<Element>) {
    let (new, room) = (Array(new), room)
    var rest = new[...]
    if room > 0 {
      pieces[pieces.count - 1] += rest.prefix(room)
      rest = rest.dropFirst(room)
    }
    while !rest.isEmpty {
      pieces.append(Array(rest.prefix(Self.size)))
      rest = rest.dropFirst(Self.size)
    }
  }

  package mutating func popLast() -> Element? {
    guard let last = pieces.indices.last else { return nil }
    defer { dropIfEmpty(last) }
    return pieces[last].popLast()
  }

  package mutating func removeFirst() -> Element {
    gone += 1
    defer { dropIfEmpty(0) }
    return pieces[0].removeFirst()
  }

  /// How many more elements the last piece takes.
  private var room: Int { pieces.count * Self.size - gone - count }

  private mutating func dropIfEmpty(_ piece: Int) {
    guard pieces[piece].isEmpty else { return }
    pieces.remove(at: piece)
    if piece == 0 { gone = 0 }
  }
}
