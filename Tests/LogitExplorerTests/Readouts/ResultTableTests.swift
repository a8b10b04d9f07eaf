import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ResultTableTests {
  private func document(_ logits: [Double], target: Int = 0) -> Document {
    Document(
      name: "x", logits: logits, target: .index(target),
      arithmetic: Arithmetic(.naive, in: .binary16))
  }

  @Test func `a result of a row has the columns of the formats table`() {
    let table = ResultTable(.probability, of: document([11, 11]))
    #expect(table.columns == Algorithm.all.map(\.name))
    #expect(table.rows.map(\.format) == NumberFormat.all)
    let half = table.rows[4]
    #expect(half.truth == 0.5 && half.cells[0].text(in: half.format) == "0")
    #expect(half.cells[2].text(in: half.format) == "=")
  }

  @Test func `a function of one logit has its two forms`() {
    let table = ResultTable(.sigmoid, of: document([-745]))
    #expect(table.columns == ["plain", "careful"])
    #expect(table.rows[0].cells.map { $0.text(in: .binary64) } == ["0", "="])
  }

  @Test func `a divergence from itself should be 0`() {
    let table = ResultTable(.selfDivergence, of: document([1, 2, 3]))
    let single = table.rows[1]
    #expect(single.truth == 0 && single.format == .binary32)
    #expect(single.cells[2].text(in: .binary32) == "-1.983e-8")
    #expect(single.cells[3].text(in: .binary32) == "=")
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
}
