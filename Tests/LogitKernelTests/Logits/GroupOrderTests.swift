import TestSupport
import Testing

@testable import LogitKernel

@Suite struct GroupOrderTests {
  private func expectSame(_ order: GroupOrder, _ group: LogitGroup, _ keys: [MassKey]) {
    let isReversed = keys[0].bins.isReversed
    let anew = LogitGroup(group.pieces).order(isReversed: isReversed)
    let sorted = group.pieces.flatMap(\.values).filter(\.isFinite)
      .map { isReversed ? -$0 : $0 }.sorted(by: >)
    #expect(order.keys.array == sorted && anew.keys.array == sorted)
    #expect(order.keys.count == sorted.count && order.keys.first == sorted.first)
    #expect(order.keys.array.allSatisfy { $0 != 0 || $0.sign == .plus })
    for key in keys {
      #expect(order.masses(key) == anew.masses(key))
      let (bins, other) = (order.bins(key.bins), anew.bins(key.bins))
      #expect(bins.first == other.first && bins.counts == other.counts)
      for bin in bins.first - BinKey.most - 1...bins.first + 1 {
        #expect(bins.places(of: bin) == other.places(of: bin))
      }
    }
  }

  @Test(arguments: [false, true])
  func `an order that is brought up to date is that of a sort`(isReversed: Bool) {
    var bits = SeededBits(state: 21)
    let special = [0, -0.0, .nan, .infinity, -.infinity, 30, -300, 1e300]
    var logits = Logits((0..<3000).map { _ in Double.random(in: -8...8, using: &bits) })
    let keys = [1 / 8, 4].map {
      MassKey(bins: BinKey(isReversed: isReversed, width: $0), divisor: 0.7)
    }
    for step in 0..<60 {
      let index = Int.random(in: 0..<3000, using: &bits)
      logits[index] =
        step % 3 == 0 ? special[step / 3 % 8] : Double.random(in: -9...9, using: &bits)
      if step % 5 == 4 { logits[(index + 1500) % 3000] = logits[index] }
      let order = logits.groups[0].order(isReversed: isReversed)
      #expect(order === logits.groups[0].order(isReversed: isReversed))
      expectSame(order, logits.groups[0], keys)
    }
  }

  @Test func `an edit, and going back, sort nothing`() {
    let old = Logits((0..<16_000).map { Double($0 * 7919 % 16_000) })
    var new = old
    _ = old.groups[0].order(isReversed: false)
    new[77] = 3.5
    for logits in [new, old, new, old] {
      let count = OperationCount.counting { _ = logits.groups[0].order(isReversed: false) }
      #expect(count == 0)
    }
    new.insert(1, at: 0)
    #expect(OperationCount.counting { _ = new.groups[0].order(isReversed: false) } >= 16_000)
  }

  @Test func `runs are a sorted array`() {
    var bits = SeededBits(state: 4)
    var array: [Double] = []
    var runs = DescendingRuns(array)
    for step in 0..<9000 {
      // Up to 3500 numbers, most of them in one place, then none.
      let isGrowing = step < 5500
      let old =
        array.isEmpty || (isGrowing && step % 5 > 1)
        ? -Double.infinity : array[Int.random(in: 0..<array.count, using: &bits)]
      let new = isGrowing ? Double(Int.random(in: -500...9, using: &bits)) / 8 : .nan
      if old.isFinite { array.remove(at: array.firstPlace { $0 <= old }) }
      if new.isFinite { array.insert(new, at: array.firstPlace { $0 <= new }) }
      runs.replace(old, by: new)
      guard step % 500 == 499 else { continue }
      #expect(runs.array == array && runs.count == array.count && runs.first == array.first)
      for key in [-70, -30, -2.5, 0, 1, 10] {
        #expect(runs.countGreater(than: key) == array.count { $0 > key })
      }
      #expect(array.indices.allSatisfy { runs[$0] == array[$0] })
      let part = array.count / 3..<array.count / 2
      #expect(runs[part] == Array(array[part]) && runs[0..<array.count] == array)
    }
    #expect(array.count < 100)
  }
}
