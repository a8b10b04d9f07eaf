import LogitKernel
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

/// Lists in which a letter stands for one character: each is refused in a sentence.
@Suite struct SlippedLetterTests {
  private static let letters = Array("abcdghijklmopqrstuvwyzABCDGHJKLMOPQRSTUVWYZx")

  private struct List {
    var text: String
    var ending: String
    /// How many numbers it has, in how many lines.
    var count: Int
    var lines: Int
  }

  private func number(_ bits: inout SeededBits) -> String {
    let value = Double(Int(bits.next() % 2000)) / 100 - 10
    return String(value)
  }

  private func list(_ turn: Int, _ bits: inout SeededBits) -> List {
    let count = 2 + Int(bits.next() % 8)
    let lines = turn % 8 >= 4 ? 2 + Int(bits.next() % 4) : 1
    let separators = [", ", " ", "; ", ",", ",", "\t", " ", "\n"]
    let separator = separators[turn % 8]
    let rows = (0..<lines).map { _ in
      (0..<count).map { _ in number(&bits) }.joined(separator: separator)
    }
    let ending = ["txt", "txt", "txt", "csv", "csv", "tsv", "txt", "csv"][turn % 8]
    return List(text: rows.joined(separator: "\n"), ending: ending, count: count, lines: lines)
  }

  @Test func `none of 4000 lists with a slipped letter is read`() throws {
    var bits = SeededBits(state: 12)
    for turn in 0..<4000 {
      let list = list(turn, &bits)
      var characters = Array(list.text)
      let places = characters.indices.filter { !" ,;\t\n".contains(characters[$0]) }
      let place = places[Int(bits.next() % UInt64(places.count))]
      characters[place] = Self.letters[Int(bits.next() % UInt64(Self.letters.count))]
      let text = String(characters)
      do throws(FileProblem) {
        let document = try Document(bytes: Array(text.utf8), ending: list.ending, name: "n")
        // The letters leave out e and f: nothing that is left makes a number.
        Issue.record("\(text) was read as \(document.labels) \(document.logits.array)")
      } catch {
        #expect(error.sentence(for: "x").hasSuffix("."))
      }
    }
  }

  @Test func `the lists without the slip are read whole`() throws {
    var bits = SeededBits(state: 13)
    for turn in 0..<800 {
      let list = list(turn, &bits)
      let document = try Document(bytes: Array(list.text.utf8), ending: list.ending, name: "n")
      #expect(
        document.count == (turn % 8 == 7 ? list.count * list.lines : list.count), "\(list.text)")
    }
  }
}
