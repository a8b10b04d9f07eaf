@testable import LogitExplorer

extension Pieces {
  /// How many pieces are the very ones of another list.
  func sharedPieces(with other: Self) -> Int {
    zip(pieces, other.pieces).count { mine, theirs in
      mine.withUnsafeBufferPointer { mine in
        theirs.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
    }
  }
}
