import Testing

@testable import LogitExplorer

@Suite struct ValueExpressionTests {
  private func value(_ text: String, old: Double = 3) -> Double? {
    try? ValueExpression.value(of: text, old: old)
  }

  @Test(arguments: [
    ("2.1", 2.1), ("-7", -7), ("+0.5", 0.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
    ("1e-3", 0.001), ("0x1p-3", 0.125), ("-0x1.8p1", -3), ("∞", .infinity), ("-inf", -.infinity),
    ("Infinity", .infinity), ("1E308", 1e308), ("−2", -2), ("pi", .pi), ("π", .pi),
    ("0x1p-1074", 0x1p-1074),
  ])
  func `numbers in every notation`(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test(arguments: [
    ("1+2*3", 7), ("(1+2)*3", 9), ("2^10", 1024), ("-2^2", -4), ("(-2)^2", 4), ("2^3^2", 512),
    ("2**3", 8), ("2^-1", 0.5), ("10/4", 2.5), ("6÷3·2", 4), ("2×3", 6), ("1 - 2 - 3", -4),
    ("88.7 + 1", 89.7), ("--2", 2), ("ln(1)", 0), ("exp(0)", 1), ("sqrt(9)", 3),
    ("logit(0.5)", 0), ("LN(1)", 0), ("ln(exp(2))", 2), ("inf + 1", .infinity),
    ("1/0", .infinity), ("e", 2.718281828459045),
  ])
  func `arithmetic, each operation rounded once`(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test(arguments: [
    ("*2", 6), ("/2", 1.5), ("^2", 9), ("*2+1", 7), ("*=2+1", 9), ("+=0.5", 3.5), ("-=0.5", 2.5),
    ("/=2", 1.5), ("^=2", 9), ("+= 0.5", 3.5),
  ])
  func `changes start from the old value`(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test func `zeros keep the sign that was typed and get none from arithmetic`() {
    #expect(value("-0")?.sign == .minus)
    #expect(value("1-1")?.sign == .plus)
    #expect(value("0*-1")?.sign == .plus)
    #expect(value("nan")?.isNaN == true)
    #expect(value("nan+1")?.isNaN == true)
  }

  @Test(arguments: ["", "1+", "2^", "ln(", "(1", "1e", "0x", "ex", "-", "*", "1e-", "(1+2"])
  func `what may still become a value is unfinished`(text: String) {
    do {
      _ = try ValueExpression.value(of: text, old: 1)
      Issue.record("'\(text)' has a value")
    } catch {
      #expect(error.isUnfinished, "\(text): \(error)")
    }
  }

  @Test(arguments: [
    ("1,5", 2), ("2 3", 3), ("1..2", 1), ("foo", 1), ("sin(1)", 1), ("1)", 2), ("2$", 2),
    ("ln(-1)", 1), ("logit(2)", 1), ("sqrt(-4)", 1), ("inf-inf", 4), ("0/0", 2), ("1e999", 1),
    ("1e-999", 1), ("1ex", 3), ("0xg", 1), ("()", 2), ("=2", 1),
  ])
  func `what has no value says where`(text: String, column: Int) {
    do {
      _ = try ValueExpression.value(of: text, old: 1)
      Issue.record("'\(text)' has a value")
    } catch {
      #expect(!error.isUnfinished, "\(text)")
      #expect(error.column == column, "\(text): \(error)")
    }
  }

  @Test func `deep nesting is refused, not followed`() {
    let deep = String(repeating: "(", count: 5000) + "1"
    #expect(throws: ValueError.self) { try ValueExpression.value(of: deep, old: 0) }
    let signs = String(repeating: "-", count: 5000) + "1"
    #expect(throws: ValueError.self) { try ValueExpression.value(of: signs, old: 0) }
    let fine = String(repeating: "(", count: 20) + "1" + String(repeating: ")", count: 20)
    #expect(value(fine) == 1)
  }
}
