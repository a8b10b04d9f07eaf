import LogitFiles
import Testing

@Suite struct DelimitedTextTests {
  func read(_ text: String, row: Int = 0) throws -> LogitVector {
    try LogitTable(delimited: Array(text.utf8), separator: ",").row(row)
  }

  @Test func `each layout is told by where its numbers are`() throws {
    #expect(try read("2, 1, 0.1\n") == LogitVector(logits: [2, 1, 0.1]))
    #expect(try read("2\n1\r\n-inf") == LogitVector(logits: [2, 1, -.infinity]))
    #expect(try read("logit\n2\n1") == LogitVector(logits: [2, 1]))
    #expect(try read("a,2\nb,1") == LogitVector(labels: ["a", "b"], logits: [2, 1]))
    #expect(try read("class,logit\n0,2\n1,1") == LogitVector(labels: ["0", "1"], logits: [2, 1]))
    #expect(
      try read("flower,how much\na,2\nb,1") == LogitVector(labels: ["a", "b"], logits: [2, 1]))
    #expect(
      try read("p,logit,token\n.5,0,x\n.5,1,y") == LogitVector(labels: ["x", "y"], logits: [0, 1]))
    #expect(try read("1,2\n3,4", row: 1) == LogitVector(logits: [3, 4]))
  }

  @Test func `a header of labels with a column of targets gives the target`() throws {
    let text = "setosa,virginica,label\n7.5,-1,0\n1,2,1"
    #expect(
      try read(text, row: 1)
        == LogitVector(labels: ["setosa", "virginica"], logits: [1, 2], target: 1))
  }

  @Test func `quotes hold commas, quotes and line breaks`() throws {
    #expect(
      try read("\"a, b\",1\n\"say \"\"hi\"\"\",2\n\"two\nlines\",3")
        == LogitVector(labels: ["a, b", "say \"hi\"", "two\nlines"], logits: [1, 2, 3]))
  }

  @Test func `what is no number is named with its line`() {
    func words(_ text: String, row: Int = 0) -> String? {
      sentence { () throws(FileProblem) in
        _ = try LogitTable(delimited: Array(text.utf8), separator: ",").row(row)
      }
    }
    #expect(words("a,1\n\nb,x") == "x, line 3: “x” is not a number.")
    #expect(words("1\n2\nthree") == "x, line 3: “three” is not a number.")
    #expect(words("a,b\n1,2,3") == "x, line 2: there are 3 values, and 2 were expected.")
    #expect(words("a,b\n1,2", row: 4) == "x: “row” is 4; it must be between 0 and 0.")
    #expect(words("\n \n") == "x: it is empty, and logits were expected.")
    #expect(words("label,logit") == "x: no logits were found in it.")
  }
}
