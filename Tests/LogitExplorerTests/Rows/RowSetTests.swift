import LogitKernel
import Testing

@testable import LogitExplorer

/// Rows in memory, of which some cannot be read.
final class RowsInMemory: RowSource {
  let rows: [TableRow]
  let broken: Set<Int>

  init(_ rows: [TableRow], broken: Set<Int> = []) { (self.rows, self.broken) = (rows, broken) }

  var count: Int { rows.count }
  var hasTargets: Bool { rows.contains { $0.target != nil } }

  func row(_ index: Int) throws(Refusal) -> TableRow {
    guard !broken.contains(index) else { throw Refusal("Row \(index + 1) is cut off.") }
    return rows[index]
  }
}

@Suite struct RowSetTests {
  static let rows = [
    TableRow(logits: [2, 1, 0.1], target: 0), TableRow(logits: [0, 3, 1], target: 2),
    TableRow(logits: [1, 1, 1], target: 0), TableRow(logits: [5, 1, 0]),
  ]

  @Test func `scores are those of the exact kernel to 3 ulp`() throws {
    for temperature in [1, 0.5, 20, 0, -1] {
      let set = try RowSet(RowsInMemory(Self.rows), temperature: temperature)
      for (number, row) in Self.rows.enumerated() {
        guard let target = row.target else {
          #expect(set.score(number).loss.isNaN && !set.score(number).isRight)
          continue
        }
        let exact = LogitRow(row.logits, temperature: temperature).crossEntropy(.index(target))
        let loss = set.score(number).loss
        #expect(loss == exact || (loss - exact).magnitude <= 3 * exact.ulp, "\(number)")
      }
    }
  }

  @Test func `the mean is over the rows with a target, ties are right for the first`() throws {
    let set = try RowSet(RowsInMemory(Self.rows))
    let all = try #require(set.statistics)
    #expect(all.count == 3 && all.rightCount == 2)
    let losses = Self.rows.prefix(3).map {
      LogitRow($0.logits).crossEntropy(.index($0.target ?? 0))
    }
    #expect((all.meanLoss - losses.reduce(0, +) / 3).magnitude < 1e-15)
    let tied = TableRow(logits: [1, 1], target: 1)
    #expect(!RowScore(tied, temperature: 1).isRight)
  }

  @Test func `without targets no row is read, and a broken one is refused`() throws {
    let none = RowsInMemory([TableRow(logits: [1]), TableRow(logits: [2])], broken: [0, 1])
    #expect(try RowSet(none).statistics == nil)
    #expect(throws: Refusal.self) { try RowSet(RowsInMemory(Self.rows, broken: [2])) }
  }

  @Test func `a stream forgets the oldest rows and keeps the numbers of the others`() throws {
    var set = RowSet(streamKeeping: 3)
    for step in 0..<10 {
      set.append([TableRow(logits: [Double(step), 0], target: 0)])
    }
    #expect(set.numbers == 7..<10 && set.statistics?.count == 3)
    #expect(try set.row(7).logits == [7, 0] && set.row(9).logits == [9, 0])
    let p = LogitRow([8, 0]).probability(at: 0)
    #expect((set.probability(of: 0, inRow: 8) - p).magnitude < 1e-6)
    let losses = (7..<10).map { LogitRow([Double($0), 0]).crossEntropy(.index(0)) }
    let mean = losses.reduce(0, +) / 3
    #expect((try #require(set.statistics?.meanLoss) - mean).magnitude < 1e-15)
    set.append([TableRow(logits: [-.infinity, 0], target: 0)])
    #expect(set.statistics?.meanLoss == .infinity && set.statistics?.rightCount == 2)
    #expect(set.probability(of: 0, inRow: 10) == 0)
    set.append(Array(repeating: TableRow(logits: [.infinity, 0]), count: 3))
    #expect(set.statistics == nil && set.probability(of: 0, inRow: 12) == 1)
    #expect(set.probability(of: 5, inRow: 8).isNaN)
  }
}
