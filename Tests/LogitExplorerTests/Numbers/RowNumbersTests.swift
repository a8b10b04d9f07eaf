import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct RowNumbersTests {
  private func gradient(_ state: ExplorerState, at index: Int) -> Double? {
    let numbers = state.numbers.present
    return numbers.loss.map { numbers.value($0.gradient(at: index)) }
  }

  @Test func `cross-entropy's gradient is p less the target`() {
    let state = ExplorerState()
    #expect(gradient(state, at: 0) == crossEntropyGradient([2, 1, 0.1], .index(0))[0])
    #expect(gradient(ExplorerState(document: Document(name: "", logits: [1])), at: 0) == nil)
  }

  @Test func `the binary loss asks each class on its own`() {
    let state = ExplorerState.flowers(after: "E")
    #expect(gradient(state, at: 0) == binaryCrossEntropyWithLogitsGradient(2, target: 1))
    #expect(gradient(state, at: 1) == binaryCrossEntropyWithLogitsGradient(1, target: 0))
    #expect(
      Loss(state.document)?.question(at: 1)?.exact(of: state.document.row)
        == binaryCrossEntropyWithLogits(1, target: 0))
  }

  @Test func `exact numbers are rounded to the format, computed ones are the algorithm's`() {
    var document = Document.flowers
    document.arithmetic.settings.storage = .binary16
    let exact = RowNumbers(document)
    #expect(
      exact.value(.probability(0)) == LogitRow([2, 1, 0.1]).probability(at: 0, in: .binary16))
    #expect(exact.shown(.probability(0)) == .stored(exact.value(.probability(0))))
    document.arithmetic = Arithmetic(.naive, in: .binary16)
    let run = EmulatedRow([2, 1, 0.1], settings: document.arithmetic.settings)
    #expect(RowNumbers(document).value(.logOdds(0)) == run.logOdds(at: 0).value)
    #expect(
      RowNumbers(document).exactly(.probability(0)) == RowNumbers(.flowers).shown(.probability(0)))
  }

  @Test func `a bar of a gradient too small for a Double still has its side`() {
    let numbers = RowNumbers(Document(name: "", logits: [1000, 0], target: .index(0)))
    #expect(numbers.gradientForBar(at: 0) == -.leastNonzeroMagnitude)
    #expect(numbers.gradientForBar(at: 1) == .leastNonzeroMagnitude)
    #expect(RowNumbers(Document(name: "", logits: [1])).gradientForBar(at: 0) == nil)
  }

  @Test func `a tie shares the better rank, and a NaN leaves none`() {
    let numbers = RowNumbers(Document(name: "", logits: [1, 3, 3, 2]))
    #expect((0..<4).map(numbers.rank) == [4, 1, 1, 3])
    #expect(RowNumbers(Document(name: "", logits: [1, .nan])).rank(of: 0) == nil)
  }
}
