import LogitKernel
import TestSupport
import Testing

@testable import LogitExplorer

@Suite struct RowScoresTests {
  /// Rows of three classes, every fifth without a target.
  static func rows(_ count: Int) -> [TableRow] {
    (0..<count).map { number in
      TableRow(
        logits: [Double(number % 7), Double(number * 31 % 11) / 3, 1],
        target: number.isMultiple(of: 5) ? nil : number % 3)
    }
  }

  /// The greatest loss as a look at each row gives it.
  private func plain(_ set: RowSet, _ rows: Range<Int>) -> Double? {
    rows.map { set.score($0).loss }.filter { !$0.isNaN }.max()
  }

  private func expectSameGreatest(_ set: RowSet) {
    let numbers = set.numbers
    for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 13) {
      for count in [1, 2, 60, 64, 65, 130, 400] {
        let range = start..<min(start + count, numbers.upperBound)
        #expect(set.greatestLoss(ofRows: range) == plain(set, range), "\(range)")
      }
    }
  }

  @Test func `the greatest losses of a table follow a row that changes`() throws {
    var set = try RowSet(RowsInMemory(Self.rows(300)))
    expectSameGreatest(set)
    set.rescore(101, TableRow(logits: [0, 50, 0], target: 0))
    #expect(set.greatestLoss(ofRows: 0..<300) == set.score(101).loss)
    expectSameGreatest(set)
    set.rescore(101, TableRow(logits: [50, 0, 0], target: 0))
    expectSameGreatest(set)
  }

  @Test func `those of a stream follow rows that come and go`() {
    var set = RowSet(streamKeeping: 150)
    for (number, row) in Self.rows(500).enumerated() {
      set.append([row])
      if number % 97 == 0 { expectSameGreatest(set) }
    }
    #expect(set.numbers == 350..<500)
    expectSameGreatest(set)
  }

  @Test func `few rows are scored again at once when the temperature changes`() throws {
    var state = try opened(Self.rows(20))
    let cold = try #require(state.rows?.statistics)
    #expect(state.reduce(.temperature(.set(4))).isEmpty)
    let rows = try #require(state.rows)
    #expect(rows.temperature == 4)
    for number in rows.numbers {
      let expected = RowScore(Self.rows(20)[number], temperature: 4)
      #expect(rows.score(number) == expected || !expected.hasTarget)
    }
    _ = state.reduce(.history(.undo))
    #expect(state.rows?.statistics == cold && state.rows?.temperature == 1)
  }

  @Test func `many rows keep their scores until the world answers`() throws {
    var state = try opened(Self.rows(5000))
    let old = try #require(state.rows?.statistics)
    #expect(state.reduce(.temperature(.set(4))) == [.scoreRows(temperature: 4)])
    #expect(state.rows?.temperature == 1 && state.rows?.statistics == old)
    let scores = try #require(try state.rows?.scored(at: 4))
    // A row that is edited and left meanwhile has the score that it has now.
    _ = state.reduce(.logits(.set(0, 40)))
    _ = state.reduce(.rows(.go(3)))
    _ = state.reduce(.world(.rowsScored(scores)))
    let rows = try #require(state.rows)
    let edited = TableRow(logits: [40, 0, 1], target: Self.rows(1)[0].target)
    #expect(rows.temperature == 4)
    #expect(rows.score(0) == RowScore(edited, temperature: 4) || edited.target == nil)
    #expect(rows.statistics != old)
    // What comes of a temperature that was left is of no use.
    #expect(state.reduce(.temperature(.set(2))) == [.scoreRows(temperature: 2)])
    _ = state.reduce(.world(.rowsScored(scores)))
    #expect(state.rows?.temperature == 4)
  }

  @Test func `rows of a stream that came while it was scored are scored too`() throws {
    var set = RowSet(streamKeeping: 100)
    set.append(Array(Self.rows(100)))
    let scores = try set.scored(at: 3)
    set.append(Array(Self.rows(130).suffix(30)))
    set.adopt(scores)
    #expect(set.numbers == 30..<130 && set.temperature == 3)
    for number in set.numbers {
      let expected = RowScore(Self.rows(130)[number], temperature: 3)
      #expect(set.score(number) == expected || !expected.hasTarget)
    }
    expectSameGreatest(set)
  }

  @Test func `below zero the least logit is right, and NaN is a score`() throws {
    let row = TableRow(logits: [3, 1, 2], target: 1)
    #expect(RowScore(row, temperature: -1).isRight && !RowScore(row, temperature: 1).isRight)
    let first = TableRow(logits: [3, 1, 2], target: 0)
    #expect(RowScore(first, temperature: .infinity).isRight)
    let set = try RowSet(RowsInMemory([row, first]), temperature: .nan)
    let all = try #require(set.statistics)
    #expect(all.count == 2 && all.meanLoss.isNaN)
  }

  @Test func `scoring that is stopped leaves no scores`() throws {
    let set = try RowSet(RowsInMemory(Self.rows(1000)))
    let work = Work { $0.progress.percent.map { $0 >= 50 } == true ? $0.stop() : () }
    Work.$current.withValue(work) {
      _ = #expect(throws: Refusal.self) { try set.scored(at: 2) }
    }
  }

  private func opened(_ rows: [TableRow]) throws -> ExplorerState {
    var document = Document(
      name: "", logits: rows[0].logits, target: rows[0].target.map { .index($0) } ?? .none)
    document.source = DocumentSource(rows: rows.count)
    var state = ExplorerState(document: document)
    state.open(try RowSet(RowsInMemory(rows)))
    return state
  }
}
