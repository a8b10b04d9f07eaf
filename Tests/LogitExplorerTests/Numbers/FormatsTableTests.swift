import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct FormatsTableTests {
  private func table(
    _ logits: [Double], _ quantity: Quantity, _ settings: EmulationSettings
  ) -> FormatsTable {
    FormatsTable(row: LogitRow(logits), quantity: quantity, settings: settings)
  }

  @Test func `there is a row a format and a column an algorithm`() {
    let table = table([1, 2], .logSumExp, EmulationSettings(storage: .binary16))
    #expect(table.formats == NumberFormat.all)
    #expect(table.cells.allSatisfy { $0.count == Algorithm.all.count })
    #expect(table.truths == NumberFormat.all.map { LogitRow([1, 2]).logSumExp(in: $0) })
  }

  @Test func `a function of one logit is plain by naive and careful by all others`() {
    let table = FormatsTable(
      row: LogitRow([-745]), quantity: .logit(.sigmoid, 0),
      settings: EmulationSettings(storage: .binary64))
    #expect(
      table.cells[0].map { $0.text(in: .binary64) } == ["0"] + Array(repeating: "=", count: 6))
  }

  @Test func `a divergence from itself should be 0`() {
    let table = FormatsTable(
      row: LogitRow([1, 2, 3]), quantity: .selfDivergence,
      settings: EmulationSettings(storage: .binary64))
    #expect(table.formats[1] == .binary32 && table.truths[1] == 0)
    #expect(table.cells[1][2].text(in: .binary32) == "-1.983e-8")
    #expect(table.cells[1][2].text(in: .binary32, width: 7) == "-2.0e-8")
    #expect(table.cells[1][3].text(in: .binary32) == "=")
  }

  @Test func `a cell tells its error while it has right digits, and else its value`() {
    func text(_ value: Double, _ error: Double, isRight: Bool = false) -> String {
      FormatsTable.Cell(value: value, error: error, isRight: isRight).text(in: .binary64)
    }
    #expect(text(0.5, 0, isRight: true) == "=" && text(.nan, 0, isRight: true) == "nan =")
    #expect(text(0.5, 3.21) == "3.2u" && text(0.5, 123.4) == "123u")
    #expect(text(0.5, 5800) == "5800u" && text(0.5, 1.23e6) == "1.2e6u")
    #expect(text(0.25, 0x1p51) == "0.25" && text(0, 1e3) == "0")
    #expect(text(.infinity, .infinity) == "inf" && text(.nan, .infinity) == "nan")
  }

  @Test func `a format of one's own has a row too`() throws {
    let own = try NumberFormat(parsing: "e6m9")
    let table = table([1, 2], .entropy, EmulationSettings(storage: own))
    #expect(table.formats.last == own && table.formats.count == NumberFormat.all.count + 1)
  }

  @Test func `cells are what each algorithm computes there`() throws {
    let logits = [12, 11.5, 3]
    let table = table(logits, .probability(0), EmulationSettings(storage: .binary32))
    for (format, cells) in zip(table.formats, table.cells) {
      for (algorithm, cell) in zip(table.algorithms, cells) {
        let run = EmulatedRow(
          logits, settings: EmulationSettings(storage: format, algorithm: algorithm))
        let value = run.probability(at: 0).value
        #expect(haveSameBits([cell.value], [value]), "\(format.name) \(algorithm.name)")
      }
    }
  }

  @Test func `what a processor flushes is wrong, though the format could not be blamed`() {
    var storage = NumberFormat.binary32
    storage.flushesSubnormals = true
    let table = table([0, -100], .probability(1), EmulationSettings(storage: storage))
    #expect(table.truths[1] > 0 && table.cells[1].allSatisfy { $0.value == 0 && !$0.isRight })
  }
}
