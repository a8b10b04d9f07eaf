import TestSupport
import Testing

@testable import LogitExplorer

@Suite struct PiecesTests {
  private static let size = Pieces<Double>.size

  @Test func `a piece is 32 KiB`() {
    #expect(Self.size == 4096 && Pieces<Bool>.size == 32_768)
    #expect(Pieces<History.Step>.size >= 1)
  }

  @Test func `whatever is done to it, it holds what an array holds`() {
    var bits = SeededBits(state: 8)
    var array = (0..<3 * Self.size).map(Double.init)
    var pieces = Pieces(array)
    for step in 0..<400 {
      let new = Double(step) + 0.5
      let start = Int.random(in: 0...array.count, using: &bits)
      let end = min(array.count, start + Int.random(in: 0...Self.size, using: &bits))
      switch Int.random(in: 0..<7, using: &bits) {
      case 0:
        array.append(new)
        pieces.append(new)
      case 1: #expect(array.popLast() == pieces.popLast())
      case 2 where !array.isEmpty: #expect(array.removeFirst() == pieces.removeFirst())
      case 3:
        array.insert(new, at: start)
        pieces.insert(new, at: start)
      case 4 where start < array.count:
        #expect(array.remove(at: start) == pieces.remove(at: start))
      case 5 where start < array.count: (array[start], pieces[start]) = (new, new)
      default:
        let some = Array(repeating: new, count: Int.random(in: 0...Self.size, using: &bits))
        array.replaceSubrange(start..<end, with: some)
        pieces.replaceSubrange(start..<end, with: some)
      }
      #expect(pieces.count == array.count && pieces.array == array)
      #expect(array.indices.allSatisfy { pieces[$0] == array[$0] })
    }
    while let last = array.popLast() { #expect(pieces.popLast() == last) }
    #expect(pieces.isEmpty && pieces.popLast() == nil && pieces == [])
  }

  @Test func `a change copies one piece, and copies keep what they had`() {
    let old = Pieces(repeating: 0.0, count: 100_000)
    var new = old
    new[50_000] = 1
    #expect(old.pieces.count == 25 && new.sharedPieces(with: old) == 24)
    #expect(old.allSatisfy { $0 == 0 } && new.reduce(0, +) == 1)
    new.append(contentsOf: [1, 2])
    #expect(new.sharedPieces(with: old) == 23 && old.count == 100_000)
  }

  @Test func `equal elements are one piece`() {
    let pieces = Pieces(repeating: 3.0, count: 10 * Self.size + 1)
    #expect(pieces.count == 10 * Self.size + 1 && pieces.allSatisfy { $0 == 3 })
    #expect(pieces.bytes == 2 * 32_768)
    #expect(Pieces((0..<2 * Self.size).map(Double.init)).bytes == 2 * 32_768)
    #expect(Pieces(repeating: 1.0, count: 0).isEmpty)
  }
}
