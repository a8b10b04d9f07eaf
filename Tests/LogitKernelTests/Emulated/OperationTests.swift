import Testing

@testable import LogitKernel

@Suite struct OperationTests {
  @Test func `an operation reads as a formula with its operands`() {
    let half = Machine(.binary16)
    let cells = [
      half.add(2048, 1), half.subtract(1, 0.5), half.multiply(2, 3), half.divide(1, 3),
      half.exp(100), half.log(2), half.log(onePlus: 0.5), half.input(7),
    ]
    #expect(
      cells.map(\.operation.text) == [
        "2048 + 1", "1 - 0.5", "2 × 3", "1 ÷ 3", "exp(100)", "log(2)", "log1p(0.5)", "7",
      ])
  }

  @Test func `long operands are shortened`() {
    let cell = Machine(.binary64).add(1, 1.0 / 3)
    #expect(cell.operation.text == "1 + 0.33333")
  }
}
