import Foundation
import LogitExplorer
import LogitFiles
import Testing

@Suite struct LessonFileTests {
  private static let setup = """
    title = "T"
    level = "loss"
    minutes = 3
    point = "P."

    [setup]
    logits = [1.0, 0.0]
    labels = ["a", "b"]

    """

  private func read(_ steps: String, setup: String = setup) throws -> LessonFile {
    try LessonFile(toml: setup + steps, name: "test") { name in
      name == "flowers" ? .flowers : nil
    }
  }

  private func sentence(_ body: () throws -> LessonFile) -> String {
    do {
      return try body().faults().first?.sentence(for: "f") ?? "none"
    } catch let problem as FileProblem {
      return problem.sentence(for: "f")
    } catch {
      return "\(error)"
    }
  }

  @Test func `a lesson is read with all its parts`() throws {
    let file = try read(
      """
      [[step]]
      say = "Look at {logit[a]}."
      lens = "loss"
      hide = ["p"]
      set = [{ temperature = 2 }, { target = "b" }]
      assert = "T = 2"

      [[step]]
      ask = "Well?"
      choices = ["x", "y"]
      answer = 0
      replies = ["yes", "no"]
      reveal_after = "all"
      assert_after = ["T = 2"]

      [[step]]
      estimate = "p[a]"
      within = 0.1
      say = "Guess."
      reply = "It is."

      [[step]]
      goal = "p[b] > 0.9"
      say = "Go."
      hints = ["up"]
      allow = ["logit", "drag"]
      solution = { logit = { class = "b", value = "ln(3) + 9" } }
      """)
    #expect(file.faults() == [])
    let steps = file.lesson.steps
    #expect(steps.count == 4 && file.lesson.level == .loss && file.lesson.name == "test")
    #expect(steps[0].look.lens == .loss && steps[0].look.hidden == [.probability])
    #expect(steps[1].revealedAfter == Set(Cover.allCases))
    #expect(steps[3].allowed == [.logit, .drag] && steps[3].hints.count == 1)
    #expect(file.lesson.setup.document.name == "T")
  }

  /// Each with the line and the column of what is wrong.
  @Test(arguments: [
    ("[[step]]\nsay = 3", "line 10: at column 1, “say” should be a text in quotes"),
    ("[[step]]\nsai = \"x\"", "line 10: at column 1, there is no key “sai” here; say?"),
    ("[[step]]\nsay = \"x {p[a}\"", "line 10: at column 12, a class and a closing bracket"),
    (
      "[[step]]\nsay = \"x\"\nassert = [\"T = 1\", \"pp[a] = 1\"]",
      "line 11: at column 21, there is no “pp”; p?"
    ),
    (
      "[[step]]\nsay = \"x\"\nassert = [\"p[a] = 0.5\"]",
      "line 11: at column 12, “p[a] = 0.5”: expected = 0.5, and it is 0.7310585786300049"
    ),
    (
      "[[step]]\nsay = \"x\"\nassert = [\"p[c] = 0.5\"]",
      "line 11: at column 12, “p[c] = 0.5”: there is no class “c”"
    ),
    ("[[step]]\nsay = \"p of c is {p[c]}\"", "line 10: at column 1, there is no class “c”"),
    (
      "[[step]]\nsay = \"x\"\nset = { temprature = 2 }",
      "line 11: at column 1, there is no command “temprature”; temperature?"
    ),
    (
      "[[step]]\nsay = \"x\"\nset = { mask = \"nobody\" }",
      "line 11: at column 1, The lesson's change mask"
    ),
    (
      "[[step]]\nsay = \"x\"\nset = { quit = true }",
      "line 11: at column 1, “quit” is not for lessons"
    ),
    (
      "[[step]]\nsay = \"x\"\nlens = \"softmx\"",
      "line 11: at column 9, “softmx” should be one of: softmax"
    ),
    ("[[step]]\nsay = \"x\"\nhide = [\"q\"]", "line 11: at column 10, “q” should be one of"),
    (
      "[[step]]\nsay = \"x\"\nselect = \"nobody\"",
      "line 11: at column 1, there is no class “nobody”"
    ),
    (
      "[[step]]\nask = \"x\"\nchoices = [\"a\"]\nanswer = 0\nreplies = [\"a\"]",
      "line 11: at column 1, “choices” should be from 2 to 6 texts"
    ),
    (
      "[[step]]\nask = \"x\"\nchoices = [\"a\", \"b\"]\nanswer = 2\nreplies = [\"a\", \"b\"]",
      "line 12: at column 1, “answer” should be the place of a choice, from 0 to 1"
    ),
    (
      "[[step]]\nask = \"x\"\nchoices = [\"a\", \"b\"]\nanswer = 1\nreplies = [\"a\"]",
      "line 13: at column 1, there should be one reply"
    ),
    ("[[step]]\nask = \"x\"\ngoal = \"T = 1\"", "line 11: at column 1, a step is one of"),
    (
      "[[step]]\nsay = \"x\"\nwithin = 1",
      "line 11: at column 1, “within” belongs to a step with estimate"
    ),
    (
      "[[step]]\nsay = \"x\"\nestimate = \"p[a]\"\nwithin = 0",
      "line 12: at column 1, “within” should be"
    ),
    ("[[step]]\nsay = \"x\"\ngoal = \"T = 2\"", "line 11: at column 1, a goal needs a “solution”"),
    (
      "[[step]]\nsay = \"x\"\ngoal = \"T = 1\"\nsolution = { temperature = 1 }",
      "line 11: at column 9, “T = 1”: the goal is reached before anything is done"
    ),
    (
      "[[step]]\nsay = \"x\"\ngoal = \"T = 2\"\nsolution = { temperature = 3 }",
      "line 11: at column 9, “T = 2”: the solution does not reach the goal: expected = 2, and it is 3"
    ),
    (
      "[[step]]\nsay = \"x\"\ngoal = \"T = 2\"\nallow = [\"fly\"]\nsolution = { temperature = 2 }",
      "line 12: at column 11, “fly” should be one of: logit"
    ),
    ("", "there is no [[step]]"),
    ("[[step]]", "line 9: at column 1, “say” is missing"),
    ("[[step]]\nsay = \"x\"\nsay = \"y\"", "line 11"),
  ])
  func `what is wrong is said with its place`(steps: String, words: String) {
    let sentence = sentence { try read(steps) }
    #expect(sentence.hasPrefix("f") && sentence.contains(words), "\(sentence)")
  }

  @Test(arguments: [
    ("title = \"T\"\n[setup]\nlogits = [1]\n[[step]]\nsay = \"x\"", "“level” is missing"),
    ("level = \"l\"\ntitle = \"T\"", "line 1: at column 10, “l” should be one of: first steps"),
    ("title = \"T\"\nlevel = \"loss\"\nminutes = 0", "line 3: at column 1, “minutes” should be"),
    ("title = \"T\"\nlevel = \"loss\"\nminutes = 3\npoint = \"p\"", "the table [setup] is missing"),
    (
      "title = \"T\"\nlevel = \"loss\"\nminutes = 3\npoint = \"p\"\n[setup]\npreset = \"none\"",
      "line 6: at column 1, there is no preset “none”"
    ),
    (
      "title = \"T\"\nlevel = \"loss\"\nminutes = 3\npoint = \"p\"\n[setup]\nlabels = [\"a\"]",
      "the key “logits” is missing"
    ),
    (
      "title = \"T\"\nlevel = \"loss\"\nminutes = 3\npoint = \"p\"\n[setup]\nlogits = [1]\nfoo = 1",
      "line 7: there is no key “foo”"
    ),
    ("titl = \"T\"", "line 1: at column 1, there is no key “titl” here; title?"),
  ])
  func `a head that is not whole is refused`(toml: String, words: String) {
    let sentence = sentence { try LessonFile(toml: toml, name: "test") { _ in nil } }
    #expect(sentence.contains(words), "\(sentence)")
  }

  @Test func `hostile texts come to nothing`() throws {
    let many = String(repeating: "[[step]]\nsay = \"x\"\n", count: 100_000)
    #expect(sentence { try read(many) }.contains("100000 steps, and at most 200 are read"))
    let long = String(repeating: "x", count: 100_000)
    #expect(sentence { try read("[[step]]\nsay = \"\(long)\"") }.contains("more than 2000 bytes"))
    let deep = String(repeating: "(", count: 1900)
    #expect(sentence { try read("[[step]]\nsay = \"{\(deep)}\"") }.contains("nested too deeply"))
    let file = try read("[[step]]\nsay = \"a\\u001B]0;x\\u0007 b\\n\\tc\"")
    #expect(file.lesson.steps[0].text.parts == [.text("a␛]0;x␇ b c")])
  }
}
