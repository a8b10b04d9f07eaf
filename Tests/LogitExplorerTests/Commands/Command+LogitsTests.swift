import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct CommandLogitsTests {
  private func run(_ line: String, on state: ExplorerState = ExplorerState()) -> ExplorerState {
    var state = state
    state.type(":")
    _ = state.paste(line)
    state.type("<Enter>")
    return state
  }

  @Test func `words take what the keys would ask for`() {
    #expect(run("logit 5").document.logits[0] == 5)
    #expect(run("logit *3").document.logits[0] == 6)
    #expect(run("constant 1").document.logits == [3, 2, 1.1])
    #expect(abs(run("probability 0.5").numbers.present.row.probability(at: 0) - 0.5) < 1e-15)
    #expect(run("step 0.5").step == 0.5)
    #expect(run("go virginica").selection == 2)
    #expect(run("go 2").selection == 1)
    #expect(run("find vers").selection == 1)
    #expect(run("rename x").document.labels[0] == "x")
    #expect(run("fill 1/4").document.logits == [0.25, 0.25, 0.25])
    #expect(run("randomise 42").document.logits == Logits(randomLogits(3, seed: 42)))
  }

  @Test func `a new class with a name, a logit, both or neither`() {
    #expect(run("add").document.labels.last == "class 4")
    #expect(run("add rose").document.labels.last == "rose")
    let both = run("add wild rose 2.5").document
    #expect(both.labels.last == "wild rose" && both.logits.last == 2.5)
    #expect(run("add 7").document.logits.last == 7)
  }

  @Test func `what is refused stays in the palette with the reason`() {
    let lines = [
      "logit 5x": "Unexpected 'x' at column 2.",
      "randomise -1": "A seed is a whole number from 0 to 18446744073709551615.",
      "go nobody": "There is no class 'nobody'.",
    ]
    for (line, sentence) in lines {
      let state = run(line)
      guard case .palette(let palette) = state.mode else {
        Issue.record("\(line) ran")
        continue
      }
      #expect(palette.refusal == sentence && palette.field.text == line)
    }
  }
}
