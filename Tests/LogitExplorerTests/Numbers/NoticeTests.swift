import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct NoticeTests {
  private func notices(
    _ logits: [Double], masked: [Int] = [], temperature: Double = 1,
    target: TargetSetting = .index(0), smoothing: Double = 0, lens: Lens = .softmax
  ) -> [String] {
    let document = Document(
      name: "", logits: logits, isMasked: logits.indices.map(masked.contains),
      temperature: temperature, target: target, labelSmoothing: smoothing)
    return ExplorerState(document: document, lens: lens).numbers.notices.map(\.text)
  }

  @Test(arguments: [
    [2, 1, 0.1], [], [0], [1, 0], [1, 0, 0], [0, 0, 0], [-1, 0.5], [0.5, 0.6], [3, -2],
  ])
  func `an ordinary row needs no words`(logits: [Double]) {
    #expect(notices(logits) == [])
  }

  @Test func `what infinities, masks and NaN do is said`() {
    #expect(notices([1, .nan]).first?.hasPrefix("A logit is NaN") == true)
    #expect(notices([.infinity, 1]).first?.hasPrefix("One logit is +inf") == true)
    #expect(notices([.infinity, .infinity, 1]).first?.hasPrefix("2 logits are +inf") == true)
    #expect(notices([1, 2], masked: [0, 1]).first?.hasPrefix("Every class is masked") == true)
    #expect(notices([1, 2], masked: [0], target: .index(1)) == [])
    #expect(notices([1, 2], masked: [0]).first?.hasPrefix("The target is masked") == true)
  }

  @Test(arguments: [
    (0, "T = 0"), (-0.0, "T = 0"), (-1, "T is below 0"), (.infinity, "An infinite T"),
    (-.infinity, "An infinite T"), (.nan, "The temperature is NaN"),
  ])
  func `a temperature that is no positive number is explained`(t: Double, words: String) {
    let said = notices([2, 1], temperature: t)
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix(words) == true)
  }

  @Test func `weights that do not sum to 1 are named with their sum`() {
    let said = notices([2, 1], target: .weights([0.5, 0.25]))
    #expect(said == ["Target weights sum to 0.750000, not to 1, and are taken as is."])
    #expect(notices([2, 1, 0], target: .weights([0.1, 0.2, 0.7])) == [])
  }

  @Test func `smoothing and masks do not go together`() {
    let said = notices([2, 1, 0], masked: [2], smoothing: 0.1)
    #expect(said == ["Smoothing gives masked classes weight too: the loss is inf."])
    #expect(notices([2, 1, 0], smoothing: 0.1) == [])
    #expect(notices([2, 1, 0], masked: [2], target: .none, smoothing: 0.1) == [])
  }

  @Test func `without a target there is nothing to say of it`() {
    #expect(notices([2, 1], target: .none) == [])
  }

  @Test func `probabilities and their logarithms are recognised`() {
    #expect(notices([0.659, 0.242, 0.099]).first?.contains("look like probabilities") == true)
    let logs = [-0.41703, -1.41703, -2.31703]
    #expect(notices(logs).first?.contains("look like log-probabilities") == true)
    #expect(notices(logs, temperature: 2) == [])
    #expect(notices(logs + [-.infinity]).first?.contains("log-probabilities") == true)
  }

  @Test func `what an algorithm makes of a limit is not contradicted`() {
    func said(_ logits: [Double], temperature: Double = 1, _ algorithm: Algorithm) -> [String] {
      var document = Document(
        name: "", logits: logits, temperature: temperature, target: .index(0))
      document.arithmetic = Arithmetic(algorithm, in: .binary64)
      return ExplorerState(document: document, lens: .softmax).numbers.notices.map(\.text)
    }
    #expect(said([1, 1, 0], temperature: 0, .naive) == [])
    #expect(said([.infinity, 1], .fused) == [])
    #expect(said([1, 1, 0], temperature: .infinity, .fused).count == 1)
    #expect(said([.nan, 1], .fused).count == 1)
    #expect(said([-.infinity, 1], .fused).first?.contains("the loss is inf") == true)
  }

  @Test func `the help lists what the line has no room for`() {
    var state = ExplorerState(
      document: Document(name: "", logits: [.nan, 1], temperature: 0, target: .none))
    let said = state.numbers.notices.map(\.text)
    _ = state.press("?")
    let headings = state.helpRows.prefix(said.count).map { row in
      if case .heading(let text) = row { text } else { "" }
    }
    #expect(said.count == 2 && headings == said)
  }
}
