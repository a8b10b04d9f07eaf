import Testing

@testable import LogitExplorer

@Suite struct LensTests {
  @Test func `each has a title, a summary and a command`() {
    for lens in Lens.allCases {
      #expect(lens.title.lowercased() == lens.rawValue && !lens.summary.hasSuffix("."))
      #expect(Command.byID["lens-\(lens.rawValue)"]?.action == .display(.lens(lens)))
    }
    #expect(Set(Lens.allCases.map(\.title)).count == Lens.allCases.count)
  }

  @Test func `moving the selection computes nothing anew where the lens does not need it`() {
    for lens in Lens.allCases {
      var state = ExplorerState(lens: lens)
      let before = state.numbers
      _ = state.press("<Down>")
      #expect((state.numbers === before) == [.softmax, .sigmoid].contains(lens), "\(lens)")
    }
  }
}
