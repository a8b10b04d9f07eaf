import Testing

@testable import LogitExplorer

@Suite struct EntryPurposeProposalTests {
  @Test func `the text of each field is what it is for`() throws {
    #expect(try EntryPurpose.logit(1).proposal("*2", in: .flowers)?.edit == .setLogit(1, 2))
    #expect(
      try EntryPurpose.temperature.proposal("1/4", in: .flowers)?.edit == .setTemperature(0.25))
    #expect(
      try EntryPurpose.labelSmoothing.proposal("0.1", in: .flowers)?.edit == .setLabelSmoothing(0.1)
    )
    #expect(try EntryPurpose.shift.proposal("1", in: .flowers)?.edit == .shiftLogits(by: 1))
    #expect(
      try EntryPurpose.rename(0).proposal("iris", in: .flowers)?.edit == .renameClass(0, "iris"))
    #expect(try EntryPurpose.find.proposal("iris", in: .flowers) == nil)
    #expect(try EntryPurpose.logit(0).proposal("  ", in: .flowers) == nil)
  }

  @Test func `typing over a masked class says that it stays masked`() throws {
    var document = Document.flowers
    document.isMasked[0] = true
    #expect(
      try EntryPurpose.logit(0).proposal("5", in: document)?.note
        == "Set setosa to 5; it stays masked until m.")
  }

  @Test func `what changes start from`() {
    #expect(EntryPurpose.logit(1).oldValue(in: .flowers) == 1)
    #expect(EntryPurpose.weight(0).oldValue(in: .flowers) == 1)
    #expect(EntryPurpose.temperature.oldValue(in: .flowers) == 1)
    #expect(EntryPurpose.probability(0).oldValue(in: .flowers) == 0.6590011388859679)
    #expect(EntryPurpose.find.oldValue(in: .flowers) == nil)
  }

  @Test func `an unfinished text is told from a wrong one`() {
    for (text, isUnfinished) in [("1+", true), ("1;", false)] {
      do {
        _ = try typedValue(text, old: 0)
        Issue.record("\(text)")
      } catch { #expect(error.isUnfinished == isUnfinished) }
    }
  }
}
