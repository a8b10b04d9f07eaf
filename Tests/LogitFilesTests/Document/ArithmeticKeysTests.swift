import LogitExplorer
import LogitFiles
import LogitKernel
import Testing

/// The settings of the arithmetic as keys of a document.
@Suite struct ArithmeticKeysTests {
  private func document(_ arithmetic: Arithmetic) -> Document {
    Document(name: "x", logits: [1, 2], arithmetic: arithmetic)
  }

  @Test func `every choice of every setting comes back from TOML`() throws {
    for option in ArithmeticOption.catalog {
      let others = ["e5m7", "3", "1e-7", "epsilon 1e-07", "floor -0.5", "-65504", "0.5"]
      for text in option.choices + others {
        var arithmetic = Arithmetic(.shifted, in: .bfloat16)
        do throws(Refusal) {
          try option.set(text, &arithmetic)
        } catch {
          continue
        }
        let written = document(arithmetic).toml
        #expect(try Document(toml: written, name: "") == document(arithmetic), "\(written)")
      }
    }
  }

  @Test func `all settings together come back`() throws {
    var arithmetic = Arithmetic(.online, in: .e4m3, accumulator: .binary32)
    for (key, text) in [
      ("sum", "kahan"), ("block", "3"), ("saturate", "on"), ("flush_subnormals", "on"),
      ("mask_value", "-1e9"), ("masked_row", "uniform"), ("masked_start", "reset"),
      ("divide_after_shift", "on"), ("drop_zero_weights", "on"), ("log_guard", "epsilon 1e-12"),
    ] { try arithmetic.set(key, to: text) }
    let written = document(arithmetic).toml
    #expect(try Document(toml: written, name: "") == document(arithmetic))
    for option in ArithmeticOption.catalog { #expect(written.contains("\n\(option.key) = ")) }
  }

  @Test func `a plain document has none of them`() {
    let written = document(.exact).toml
    for option in ArithmeticOption.catalog { #expect(!written.contains(option.key)) }
  }

  @Test func `a setting may be a string, a number or a truth value, and nothing else`() throws {
    let text = "logits = [1]\nalgorithm = 'online'\nblock = '2'\nsaturate = 'on'\nmask_value = -9.5"
    let arithmetic = try Document(toml: text, name: "").arithmetic
    #expect(arithmetic.settings.blockLength == 2 && arithmetic.settings.storage.saturates)
    #expect(arithmetic.settings.maskValue == .number(-9.5))
    for wrong in ["block = [1]", "sum = { a = 1 }"] {
      #expect(throws: FileProblem.self) { try Document(toml: "logits = [1]\n\(wrong)", name: "") }
    }
  }

  @Test(arguments: [
    ("format = 'e0m3'", "x, line 2: “format”: A format needs 2 to 11 exponent bits, not 0."),
    ("algorithm = 'best'", "x, line 2: “algorithm”: There is no algorithm 'best'; there are exact"),
    ("block = 0", "x, line 2: “block”: A block is a whole number of logits, 1 or more."),
  ]) func `a bad setting is answered with its line`(line: String, sentence: String) {
    do throws(FileProblem) {
      _ = try Document(toml: "logits = [1]\n\(line)", name: "")
      Issue.record("\(line) was taken")
    } catch {
      #expect(error.sentence(for: "x").hasPrefix(sentence), "\(error.sentence(for: "x"))")
    }
  }
}
