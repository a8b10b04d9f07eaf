import Testing

@testable import LogitExplorer

@Suite struct CopyTextCodeTests {
  @Test(arguments: Lens.allCases)
  func `code has the logits, the temperature and the screen's numbers`(lens: Lens) throws {
    let state = ExplorerState.flowers(after: ">", lens: lens)
    for form in [CopyForm.numpy, .pytorch] {
      let text = try #require(state.copyText(form))
      #expect(text.contains("[2.0, 1.0, 0.1]") && text.contains("temperature = 1.25"))
      #expect(text.contains("# logitscope: ") && text.hasSuffix("\n"))
    }
  }

  @Test func `the comment is what the screen shows`() throws {
    let text = try #require(ExplorerState().copyText(.numpy))
    #expect(text.contains("# logitscope: p = 0.659001, 0.242433, 0.098566"))
  }

  @Test func `the target is in the code of the loss`() throws {
    let soft = ExplorerState.flowers(after: "S0.5<Enter>", lens: .loss)
    #expect(try #require(soft.copyText(.numpy)).contains("q = np.array([0.5, 0.0, 0.0])"))
    let hard = ExplorerState(lens: .loss)
    #expect(try #require(hard.copyText(.pytorch)).contains("target = torch.tensor(0)"))
    let binary = ExplorerState.flowers(after: "E", lens: .loss)
    #expect(try #require(binary.copyText(.pytorch)).contains("binary_cross_entropy_with_logits"))
  }
}
