import LogitExplorer
import Testing

@testable import LogitViews

@Suite struct ValuesPanelTests {
  private func texts(_ logits: [Double], _ index: Int, temperature: Double = 1) -> [String] {
    let document = Document(name: "", logits: logits, temperature: temperature)
    return ValuesPanel.values(ExplorerState(document: document), index).map(\.text)
  }

  @Test func `what p lacks to 1, the log-odds and the rank`() {
    #expect(texts([2, 1, 0.1], 0) == ["0.340999", "0.658846", "1 of 3"])
    #expect(texts([2, 1, 0.1], 2) == ["0.901434", "-2.213262", "3 of 3"])
  }

  @Test func `nothing but 0 is 0 and nothing but 1 is 1`() {
    #expect(texts([2000, 0], 0) == ["e^-2000", "2000.000000", "1 of 2"])
    #expect(texts([2000, 0], 1) == ["1-e^-2000", "-2000.000000", "2 of 2"])
    #expect(texts([7], 0) == ["0", "inf", "1 of 1"])
  }

  @Test func `ties share a rank, a negative temperature turns it around, a NaN has none`() {
    #expect(texts([1, 1, 0], 1).last == "1 of 3")
    #expect(texts([1, 1, 0], 1, temperature: -1).last == "2 of 3")
    #expect(texts([1, .nan], 0) == ["nan", "nan", "nan"])
  }
}
