import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct FieldProposalTests {
  private func proposal(
    _ purpose: FieldPurpose, _ text: String, of index: Int = 0, in document: Document = .flowers
  ) throws(Refusal) -> Proposal? {
    let field = Field(purpose: purpose, input: TextField(text), startSelection: index)
    return try field.proposal(in: document)
  }

  @Test func `the text of each field is what it is for`() throws {
    #expect(try proposal(.logit, "*2", of: 1)?.edit == .setLogit(1, 2))
    #expect(try proposal(.temperature, "1/4")?.edit == .setTemperature(0.25))
    #expect(try proposal(.labelSmoothing, "0.1")?.edit == .setLabelSmoothing(0.1))
    #expect(try proposal(.shift, "1")?.edit == .shiftLogits(by: 1))
    #expect(try proposal(.rename, "iris")?.edit == .renameClass(0, "iris"))
    #expect(try proposal(.find, "iris") == nil)
    #expect(try proposal(.logit, "  ") == nil)
  }

  @Test func `typing over a masked class says that it stays masked`() throws {
    var document = Document.flowers
    document.isMasked[0] = true
    #expect(
      try proposal(.logit, "5", in: document)?.note == "Set setosa to 5; it stays masked until m.")
  }

  @Test func `what changes start from`() {
    func old(_ purpose: FieldPurpose, _ index: Int = 0) -> Double? {
      Field(purpose: purpose, input: TextField(), startSelection: index).oldValue(in: .flowers)
    }
    #expect(old(.logit, 1) == 1 && old(.weight) == 1 && old(.temperature) == 1)
    #expect(old(.probability) == 0.6590011388859679 && old(.find) == nil)
  }

  @Test func `bits are typed in the format of the document`() throws {
    var document = Document.flowers
    document.arithmetic = Arithmetic(.shifted, in: .binary16)
    #expect(try proposal(.logit, "#3c00", in: document)?.edit == .setLogit(0, 1))
    let refusals = [
      ("#", Refusal("Type up to 4 hexadecimal digits of a binary16 value.", isUnfinished: true)),
      ("#3c000", Refusal("binary16 takes at most 4 hexadecimal digits.")),
    ]
    for (text, refusal) in refusals {
      #expect(throws: refusal) { try proposal(.logit, text, in: document) }
    }
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
