/// How the blocks of a long row are worked through: one after another, or by threads of the caller.
///
/// Its function is given the number of blocks, calls the work for each of them, in any order and on as
/// many threads as it likes, and returns when all of them are done. The results do not depend on it: blocks have a fixed length, and their
/// sums are added in the order of the row.
public struct BlockRunner: Sendable {
  private let body: @Sendable (_ blocks: Int, _ work: (_ block: Int) -> Void) -> Void

  /// A runner that does what a function does.
  ///
  /// - Complexity: O(1).
  public init(_ body: @escaping @Sendable (_ blocks: Int, _ work: (_ block: Int) -> Void) -> Void) {
    self.body = body
  }

  /// One block after another.
  public static let inOrder = BlockRunner { blocks, work in
    for block in 0..<blocks { work(block) }
  }

  func callAsFunction(_ blocks: Int, _ work: (_ block: Int) -> Void) { body(blocks, work) }
}

extension VectorKernel {
  /// How many logits a block has; a row that is not longer is worked through in one piece.
  public static let blockLength = 1 << 15

  /// Up to this, what is computed for the logits of a row stays in the nearest cache.
  static let shortRow = 1 << 12
}

extension VectorKernel {
  /// Works through the blocks of a row and joins what they give, in the order of the row.
  static func overBlocks<R>(
    _ count: Int, _ run: BlockRunner, start: R, _ piece: (_ start: Int, _ length: Int) -> R,
    join: (inout R, R) -> Void
  ) -> R {
    var result = start
    guard count > blockLength else {
      join(&result, piece(0, count))
      return result
    }
    let blocks = (count - 1) / blockLength + 1
    withUnsafeTemporaryAllocation(of: R.self, capacity: blocks) { parts in
      run(blocks) { block in
        let first = block * blockLength
        parts.initializeElement(at: block, to: piece(first, min(blockLength, count - first)))
      }
      for block in 0..<blocks { join(&result, parts[block]) }
      parts.deinitialize()
    }
    return result
  }

  /// Works through the blocks of a row, the last one first: it is what the pass before has left near.
  static func forBlocks(
    _ count: Int, _ run: BlockRunner, _ work: (_ start: Int, _ length: Int) -> Void
  ) {
    guard count > blockLength else { return work(0, count) }
    let blocks = (count - 1) / blockLength + 1
    run(blocks) { block in
      let first = (blocks - 1 - block) * blockLength
      work(first, min(blockLength, count - first))
    }
  }
}
