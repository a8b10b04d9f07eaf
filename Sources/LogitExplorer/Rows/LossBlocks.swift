/// The greatest loss of every 64 rows, from which that of any range is found without looking at each.
///
/// Blocks go by the rows' numbers, which stay with them; so a row that comes, goes or changes costs a
/// block at most.
struct LossBlocks: Sendable {
  /// Of the rows of a block that have a loss; −∞ where none has.
  ///
  /// The first may remember rows that are gone, and is never asked for as a whole then.
  private var greatest: [Double] = []
  private var firstBlock = 0

  private static let size = 64

  init() {}

  /// The rows' numbers begin with `first`.
  init(_ scores: Pieces<RowScore>, first: Int) {
    firstBlock = first / Self.size
    var number = first
    for score in scores {
      append(score, number)
      number += 1
    }
  }

  mutating func append(_ score: RowScore, _ number: Int) {
    let block = number / Self.size - firstBlock
    if block == greatest.count { greatest.append(-.infinity) }
    if score.loss > greatest[block] { greatest[block] = score.loss }
  }

  /// The first row is gone.
  mutating func remove(_ number: Int) {
    guard (number + 1).isMultiple(of: Self.size) else { return }
    greatest.removeFirst()
    firstBlock += 1
  }

  /// The score of a row is another.
  mutating func renew(_ number: Int, of scores: Pieces<RowScore>, first: Int) {
    let block = number / Self.size
    let start = max(first, block * Self.size)
    let end = min(first + scores.count, (block + 1) * Self.size)
    greatest[block - firstBlock] = Self.greatest(in: start..<end, of: scores, first: first)
  }

  /// The greatest loss of rows that are there; `nil` where none has one.
  func greatest(in rows: Range<Int>, of scores: Pieces<RowScore>, first: Int) -> Double? {
    let whole = (rows.lowerBound + Self.size - 1) / Self.size
    let end = rows.upperBound / Self.size
    var result = -Double.infinity
    if whole < end {
      for block in whole..<end { result = max(result, greatest[block - firstBlock]) }
      let head = rows.lowerBound..<whole * Self.size
      let tail = end * Self.size..<rows.upperBound
      result = max(result, Self.greatest(in: head, of: scores, first: first))
      result = max(result, Self.greatest(in: tail, of: scores, first: first))
    } else {
      result = Self.greatest(in: rows, of: scores, first: first)
    }
    return result == -.infinity ? nil : result
  }

  private static func greatest(
    in rows: Range<Int>, of scores: Pieces<RowScore>, first: Int
  ) -> Double {
    var result = -Double.infinity
    for number in rows {
      let loss = scores[number - first].loss
      if loss > result { result = loss }
    }
    return result
  }
}
