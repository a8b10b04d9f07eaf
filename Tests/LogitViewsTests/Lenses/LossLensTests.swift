import LogitExplorer
import LogitKernel
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct LossLensTests {
  private func rows(
    _ document: Document, width: Int = 80, height: Int = 24, glyphs: GlyphLevel = .blocks
  ) -> [String] {
    let state = ExplorerState(document: document, lens: .loss)
    return frame(state, size: Size(width: width, height: height), glyphs: glyphs).grid.textRows
  }

  private func screen(_ document: Document, width: Int = 80, height: Int = 24) -> String {
    rows(document, width: width, height: height).joined(separator: "\n")
  }

  private let confident = Document(name: "", logits: [1000, 0], target: .index(1))

  @Test func `a loss of 1000 is shown as 1000, for it never went through p`() {
    #expect(rows(confident)[5].contains(" 1000.00000 "))
    #expect(screen(confident).contains("loss 1000.000000 nats"))
  }

  @Test func `nothing reads as 0 or 1 that is not`() {
    let rows = rows(confident)
    #expect(rows[4].contains(" e^−1000 "))
    #expect(rows[4].contains(" 1−e^−1000 "))
    #expect(rows[5].contains(" −1+e^−1000 "))
  }

  @Test func `q, −log p and the gradient stand in this order, the bar to both sides of zero`() {
    let rows = rows(.flowers)
    #expect(rows[3].contains(#/q +−log p +gradient +−1 +0 +\+1/#))
    #expect(rows[4].contains(#/1 +0\.417030 +−0\.340999 +██│/#))
    #expect(rows[6].contains(#/0 +2\.317030 +0\.098566 +│▋/#))
  }

  @Test func `label smoothing shows the smoothed weights and the floor that they make`() {
    var document = Document.flowers
    document.labelSmoothing = 0.1
    let screen = screen(document)
    #expect(screen.contains("0.933333"))
    #expect(screen.contains("loss 0.513697 nats · floor 0.291140 · KL 0.222557"))
    #expect(screen.contains("ε 0.1"))
    #expect(screen.contains("▒"))
  }

  @Test func `without a target the panel says that Space sets one`() {
    var document = Document.flowers
    document.target = .none
    #expect(screen(document).contains("Space makes setosa the right answer"))
    #expect(screen(document, width: 40, height: 12).contains("Space sets one"))
  }

  @Test func `binary cross-entropy shows y, each question's loss, its gradient and their sum`() {
    var document = Document.flowers
    document.loss = .binaryCrossEntropy
    let rows = rows(document)
    #expect(rows[3].contains(#/y +BCE +gradient/#))
    #expect(rows[4].contains(#/1 +0\.126928 +−0\.119203/#))
    #expect(rows[5].contains(#/0 +1\.313262 +0\.731059/#))
    #expect(screen(document).contains("Σ BCE 2.184586 nats"))
  }

  @Test func `an infinite loss is put in words that name the class`() {
    let masked = [false, false, true]
    let smoothed = Document(
      name: "", labels: ["a", "b", "c"], logits: [2, 1, 0], isMasked: masked, target: .index(0),
      labelSmoothing: 0.1)
    #expect(
      screen(smoothed).contains("Smoothing gives c weight, and its p is 0: the loss is infinite"))
    let target = Document(
      name: "", labels: ["a", "b", "c"], logits: [2, 1, 0], isMasked: masked, target: .index(2))
    #expect(screen(target).contains("c has weight, and its p is 0: the loss is infinite"))
  }

  @Test func `the panel has the slope of the tangent and the loss of equal logits`() {
    let screen = screen(.flowers)
    #expect(screen.contains("slope −0.340999"))
    #expect(screen.contains("ln 3 1.098612"))
    #expect(screen.contains("by logit of setosa"))
  }

  @Test func `at 40×12 the surprise and the gradient's bar remain`() {
    let rows = rows(.flowers, width: 40, height: 12)
    #expect(rows[1].contains("−log p"))
    #expect(rows[2].contains(#/0\.417030 +█│/#))
  }

  @Test func `every size and every odd document draws`() {
    let odd: [[Double]] = [
      [], [1], [.nan, 0], [.infinity, 1], [.infinity, .infinity], [-.infinity, -.infinity],
      [1e308, -1e308],
    ]
    for logits in odd {
      for temperature in [0, -1, 1e-300, .infinity, Double.nan] {
        var document = Document(name: "", logits: logits, temperature: temperature)
        if !logits.isEmpty { document.target = .index(0) }
        for loss in LossKind.allCases {
          document.loss = loss
          #expect(rows(document, width: 100, height: 30).count == 30)
        }
      }
    }
    for width in stride(from: 0, to: 200, by: 9) {
      for height in [0, 1, 8, 16, 19, 24, 50] {
        #expect(rows(.flowers, width: width, height: height, glyphs: .ascii).count == height)
      }
    }
  }
}
