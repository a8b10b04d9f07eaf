import LogitExplorer
import LogitKernel
import Testing

@Suite struct LessonExpressionTests {
  private let numbers = RowNumbers(.flowers)

  private func value(_ text: String) throws -> Double {
    try LessonExpression(text).value(in: numbers)
  }

  private func holds(_ text: String, in document: Document = .flowers) throws -> Bool {
    try LessonCondition(text).holds(in: RowNumbers(document))
  }

  @Test(arguments: [
    ("p[setosa]", 0.659001), ("p[0]", 0.659001), ("p[\"setosa\"]", 0.659001),
    ("log_p[virginica]", -2.317030), ("log_odds[setosa]", 0.658846),
    ("complement[setosa]", 0.340999),
    ("logit[virginica]", 0.1), ("z[setosa]", 2), ("sigmoid[setosa]", 0.880797),
    ("log_sum_exp", 2.417030), ("logsumexp", 2.417030), ("sum_p", 1), ("entropy", 0.846738),
    ("entropy_bits", 1.221585), ("perplexity", 2.332028), ("loss", 0.417030), ("floor", 0),
    ("kl", 0.417030), ("gradient[setosa]", -0.340999), ("margin", 1), ("gap", 0.416568),
    ("rank[virginica]", 3), ("T", 1), ("count", 3), ("fault", 0),
    ("1 + 2 * 3 ^ 2", 19), ("-(1 - 4) / 2", 1.5), ("ln(e) + exp(0) + sqrt(4) + abs(-1)", 5),
    ("2^-1", 0.5), ("−1e2", -100),
  ])
  func `an expression has its value`(text: String, expected: Double) throws {
    #expect(abs(try value(text) - expected) < 5e-7)
  }

  @Test(arguments: [
    ("p[setosa] = 0.659001", true), ("p[setosa] = 0.659002", false), ("p[setosa] = 0.66", true),
    ("p[setosa] = 0.7", true), ("p[setosa] = 0.67", false), ("p[setosa] != 0.659001", false),
    ("log_p[setosa] = -0.417030", true), ("p[setosa] = 6.59e-1", true),
    ("p[setosa] = 6.58e-1", false), ("rank[setosa] = 1", true), ("log_sum_exp = 2", false),
    ("p[setosa] > 0.5 and p[virginica] < 0.1", true),
    ("p[setosa] > 0.5 and p[virginica] > 0.1", false), ("T >= 1", true), ("T <= 0.5", false),
    ("ln(p[setosa]) = log_p[setosa]", true), ("p[nobody] > 0", false), ("1 / 0 = inf", true),
    ("0 / 0 = nan", true), ("-1/0 = -inf", true),
  ])
  func `a comparison holds at the digits that are written`(text: String, expected: Bool) throws {
    #expect(try holds(text) == expected)
  }

  @Test func `what an algorithm computes, its error and its fault can be asked for`() throws {
    var document = Document(name: "", labels: ["a", "b", "c"], logits: [12, 11, 10])
    document.arithmetic.settings.algorithm = .naive
    document.arithmetic.settings.storage = .binary16
    document.arithmetic.isExact = false
    #expect(try holds("fault = 1 and emulated.p[a] = nan and p[a] = 0.665241", in: document))
    document.arithmetic.settings.algorithm = .shifted
    #expect(try holds("fault = 0 and ulps.p[a] < 4 and emulated.p[a] != p[a]", in: document))
  }

  @Test(arguments: [
    ("p[setosa", 2, "closing bracket"), ("p", 1, "p[class]"), ("T[setosa]", 1, "whole row"),
    ("pp[setosa]", 1, "p?"), ("1 +", 4, "is missing"), ("(1", 3, "parenthesis"),
    ("1 2", 3, "the end"),
    ("ln 2", 4, "parenthesis"), ("1..2", 1, "not a number"), ("a;b", 2, "unexpected"),
    ("", 1, "missing"),
    (String(repeating: "(", count: 100), 65, "nested"), ("emulated.rank[a]", 1, "there is no"),
  ])
  func `what is no expression is refused with its column`(
    text: String, column: Int, words: String
  ) throws {
    let error = try #require(throws: LessonSyntaxError.self) { _ = try LessonExpression(text) }
    #expect(error.column == column, "\(error)")
    #expect(error.words.contains(words), "\(error)")
  }

  @Test(arguments: [
    ("p is {p[setosa]}", "p is 0.659001"), ("{logit[virginica]} and {T}", "0.1 and 1"),
    ("{{braces}}", "{braces}"), ("{rank[setosa]}", "1"), ("{p[setosa] + 1}", "1.659001"),
    ("{p[nobody]}", "–"),
  ])
  func `a text holds live values`(source: String, shown: String) throws {
    #expect(try LessonText(source).text(in: numbers, digits: 6) == shown)
  }

  @Test func `a value that no Double holds is not shown as 0`() throws {
    let document = Document(name: "", labels: ["a", "b"], logits: [0, -2000])
    let text = try LessonText("{p[b]} {p[a]}").text(in: RowNumbers(document), digits: 6)
    #expect(text == "e^-2000 1-e^-2000")
  }

  @Test(arguments: [("a {p[x", 3), ("a } b", 3), ("ab {1 +}", 8)])
  func `a brace that does not fit is refused with its column`(source: String, column: Int) throws {
    let error = try #require(throws: LessonSyntaxError.self) { _ = try LessonText(source) }
    #expect(error.column == column, "\(error)")
  }
}
