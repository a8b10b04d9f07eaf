import LogitExplorer
import Testing

@Suite struct BoxedTests {
  private struct Holder: Equatable { @Boxed var value: [Int] }

  @Test func `a copy keeps its value when the other changes`() {
    var holder = Holder(value: [1])
    let copy = holder
    holder.value.append(2)
    #expect(holder.value == [1, 2] && copy.value == [1])
    #expect(holder != copy)
    holder.value.removeLast()
    #expect(holder == copy)
  }

  /// It is copied a hundred times a key.
  @Test func `the state of the explorer is small`() {
    #expect(MemoryLayout<ExplorerState>.size <= 512)
  }
}
