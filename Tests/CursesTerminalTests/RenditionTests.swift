import Testing

@testable import CursesTerminal

@Suite struct RenditionTests {
  private func rendition(_ parameters: Int...) -> Rendition {
    var rendition = Rendition()
    let isKnown = rendition.apply(parameters)
    #expect(isKnown)
    return rendition
  }

  private func change(from old: Rendition, to new: Rendition) -> String {
    var bytes: [UInt8] = []
    new.append(to: &bytes, from: old)
    return String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "")
  }

  @Test func `the shortest sequence is chosen`() {
    let gray = rendition(38, 5, 245)
    #expect(change(from: gray, to: gray) == "")
    #expect(change(from: gray, to: Rendition()) == "[m")
    #expect(change(from: Rendition(), to: gray) == "[38;5;245m")
    #expect(change(from: gray, to: rendition(1, 38, 5, 245)) == "[1m")
    #expect(change(from: rendition(1, 38, 5, 245), to: rendition(1)) == "[39m")
  }

  @Test func `an attribute is taken back by a reset, which every terminal knows`() {
    #expect(change(from: rendition(1), to: rendition(4, 31)) == "[0;4;31m")
    #expect(change(from: rendition(1, 7), to: rendition(7, 94, 102)) == "[0;7;94;102m")
  }

  @Test func `what is set can be reset one by one`() {
    var rendition = rendition(1, 3, 4, 7, 9, 33, 44)
    let isKnown = rendition.apply([22, 23, 24, 27, 29, 39, 49, 10])
    #expect(isKnown && rendition == Rendition())
  }

  @Test(arguments: [[38, 2, 1, 2, 3], [21], [38], [11], [53]])
  func `what is not known is said so`(parameters: [Int]) {
    var rendition = Rendition()
    let isKnown = rendition.apply(parameters)
    #expect(!isKnown)
  }

  @Test func `colours and weight do not show on blanks, but backgrounds and lines do`() {
    #expect(rendition(1, 31).blanksLikeOf(Rendition()))
    #expect(!rendition(44).blanksLikeOf(Rendition()) && !rendition(4).blanksLikeOf(Rendition()))
    #expect(!rendition(7, 31).blanksLikeOf(rendition(7, 32)))
  }
}
