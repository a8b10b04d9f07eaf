import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct CopyTextTests {
  @Test func `a table has every digit, and its cells stay apart`() {
    var state = ExplorerState(
      document: Document(
        name: "", labels: ["a\tb", "c"], logits: [0, 0], isMasked: [false, false]))
    #expect(
      state.copyText(.table) == "class\tlogit\tprobability\na\\tb\t0\t0.5\nc\t0\t0.5\n")
    state.type("m")
    #expect(state.copyText(.table)?.contains("a\\tb\t-inf\t0\n") == true)
  }

  @Test func `what would end a cell or turn the text of a label is escaped`() {
    let label = "x\u{202E}y\u{2066}\u{1B}[m👩\u{200D}👧 é"
    var document = Document(name: "", labels: [label], logits: [0])
    let cell = #"x\u{202E}y\u{2066}\u{1B}[m"# + "👩\u{200D}👧 é"
    let head = "class\tlogit\tprobability\n"
    #expect(ExplorerState(document: document).copyText(.table) == "\(head)\(cell)\t0\t1\n")
    document.labels = ["a\u{2028}b\nc\u{85}"]
    let table = ExplorerState(document: document).copyText(.table)
    #expect(table == head + #"a\u{2028}b\nc\u{0085}"# + "\t0\t1\n")
  }

  @Test func `a list is Python`() {
    let state = ExplorerState(
      document: Document(name: "", logits: [2, -.infinity, .nan, 1e308, 0.1]))
    #expect(state.copyText(.list) == "[2.0, -inf, nan, 1e308, 0.1]")
  }

  @Test func `a document is the file writer's`() {
    var state = ExplorerState()
    #expect(state.copyText(.document) == nil)
    #expect(state.reduce(.program(.copy(.document))) == [.copyDocument(.flowers)])
  }

  @Test func `under an arithmetic the copies have its type and its numbers`() throws {
    var document = Document.flowers
    document.arithmetic = Arithmetic(.naive, in: .binary16)
    let state = ExplorerState(document: document)
    let numpy = try #require(state.copyText(.numpy))
    #expect(numpy.contains("np.array([2.0, 1.0, 0.1], dtype=np.float16)"))
    #expect(numpy.contains("# logitscope, binary16 naive: p = 0.658691"), "\(numpy)")
    #expect(try #require(state.copyText(.pytorch)).contains("dtype=torch.float16"))
    let table = try #require(state.copyText(.table))
    let p = EmulatedRow([2, 1, 0.1], settings: document.arithmetic.settings).probability(at: 0)
    #expect(table.contains("setosa\t2\t\(DecimalText.shortest(p.value))\n"))
  }
}
