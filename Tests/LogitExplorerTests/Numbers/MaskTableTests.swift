import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct MaskTableTests {
  private func table(
    _ logits: [Double], masked: [Bool]? = nil, in format: NumberFormat = .binary16
  ) -> MaskTable {
    MaskTable(
      document: Document(
        name: "x", logits: logits, isMasked: masked, arithmetic: Arithmetic(.shifted, in: format)),
      selection: 0)
  }

  @Test func `each value shows what the format makes of it`() {
    let table = table([1, 2, 3], masked: [true, false, false])
    #expect(!table.isSupposed)
    #expect(table.rows.map(\.value) == MaskTable.values)
    #expect(table.rows.map(\.stored.value) == [-.infinity, -10000, -.infinity, -65504])
    #expect(table.rows.allSatisfy { $0.leak == 0 && $0.best > 0.5 })
  }

  @Test func `a finite mask above the valid logits leaks`() {
    let table = table([0, -20000], masked: [true, false], in: .binary32)
    #expect(table.rows[0].leak == 0 && table.rows[0].best == 1)
    #expect(table.rows[1].leak == 1 && table.rows[1].best == 0)
  }

  @Test func `without a mask the selected class stands in for one`() {
    #expect(table([1, 2]).isSupposed)
    #expect(table([1]).rows[0].best == 0)
  }

  @Test func `a value of one's own has a row, and policies show what they give`() {
    var document = Document(name: "x", logits: [1, 2], arithmetic: Arithmetic(.shifted, in: .e5m2))
    document.arithmetic.settings.maskValue = .number(-3)
    let table = MaskTable(document: document, selection: 1)
    #expect(table.rows.last?.value == .number(-3) && table.rows.count == 5)
    #expect(table.policies.map(\.policy) == EmulationSettings.MaskedRow.allCases)
    #expect(table.policies[0].p.isNaN && table.policies[1].p == 0 && table.policies[2].p == 0.5)
  }
}
