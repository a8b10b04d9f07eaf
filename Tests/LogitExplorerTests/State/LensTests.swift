import Testing

@testable import LogitExplorer

@Suite struct LensTests {
  @Test func `each has a title, a summary and a command`() {
    for lens in Lens.allCases {
      #expect(!lens.title.isEmpty && !lens.summary.hasSuffix("."))
      #expect(Command.byID["lens-\(lens.rawValue)"]?.action == .display(.lens(lens)))
    }
    #expect(Set(Lens.allCases.map(\.title)).count == Lens.allCases.count)
  }

  @Test func `moving the selection computes nothing anew where the lens does not need it`() {
    for lens in [Lens.softmax, .sigmoid] { #expect(!lens.dependsOnSelection) }
  }
}
