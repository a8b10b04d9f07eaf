import LogitKernel
import TestSupport
import Testing

@testable import LogitExplorer

@Suite struct RowArrangementTests {
  private func sorted(_ keys: [Double]) -> [Int] {
    keys.indices.sorted { left, right in
      if keys[left].isNaN || keys[right].isNaN {
        return keys[left].isNaN == keys[right].isNaN ? left < right : keys[right].isNaN
      }
      return keys[left] == keys[right] ? left < right : keys[left] > keys[right]
    }
  }

  private let special = [
    0, -0.0, .infinity, -.infinity, .nan, 0x1p-1074, -0x1p-1074, 1e308, -1e308,
  ]

  private func values(_ count: Int) -> [Double] {
    (0..<count).map { index in
      index % 7 == 0 ? special[index / 7 % special.count] : Double(index * 7919 % 101) / 8 - 6
    }
  }

  @Test func `bits sort as numbers do, NaN last and ties in order`() {
    let values = values(5000)
    let rows = RowArrangement(byLogit: Logits(values))
    #expect(rows.indices == sorted(values))
    #expect(rows.indices.indices.allSatisfy { rows.row(of: rows.indices[$0]) == $0 })
  }

  @Test func `edits move rows as sorting again would`() {
    var document = Document(name: "", logits: values(5000))
    var rows = SortOrder.logit.arrange(document)
    for (turn, value) in (special + [1, 2, 2, -3]).enumerated() {
      document.logits[turn * 379 % 5000] = value
      document.logits[turn * 997 % 5000] = -value
      document.isMasked[turn * 17 % 5000].toggle()
      rows = SortOrder.logit.arrange(document, since: rows)
      #expect(rows == SortOrder.logit.arrange(document))
      #expect(rows?.indices == sorted(document.effectiveLogits.array))
    }
  }

  @Test(arguments: [nil, ["b", "a", "é", "", "a", "B", "ab"]])
  func `names are sorted as texts`(labels: [String]?) {
    let names = labels ?? (1...1234).map { "class \($0)" }
    let document = Document(
      name: "", labels: labels, logits: Array(repeating: 0, count: names.count))
    let wanted = names.indices.sorted {
      names[$0] == names[$1] ? $0 < $1 : names[$0] < names[$1]
    }
    let rows = SortOrder.name.arrange(document)
    #expect(rows?.indices == wanted)
    #expect(wanted.indices.allSatisfy { rows?.row(of: wanted[$0]) == $0 })
  }

  @Test func `names are in the order of their bytes, equal ones in the document's`() {
    let odd = ["", "a", "a\0", "a\0b", "é", "e\u{301}", "日本", "zzzzzzz", "zzzzzzzz", "😀", "Z"]
    var bits = SeededBits(state: 5)
    // With ends within, at and behind seven bytes, and with beginnings of many times that in common.
    let start = String(repeating: "x", count: 70)
    for count in [12, 3000] {
      let names = (0..<count).map { _ -> String in
        let name = odd[Int(bits.next() % 11)] + odd[Int(bits.next() % 11)]
        return bits.next() % 3 == 0 ? start + name : name
      }
      let expected = names.indices.sorted {
        let (a, b) = (Array(names[$0].utf8), Array(names[$1].utf8))
        return a == b ? $0 < $1 : a.lexicographicallyPrecedes(b)
      }
      let arrangement = RowArrangement(byName: Labels(names))
      #expect(arrangement.indices == expected)
      #expect(names.indices.allSatisfy { arrangement.indices[arrangement.row(of: $0)] == $0 })
    }
  }

  @Test func `names that are not sorted to the end are all there`() {
    let labels = Labels((0..<150_000).map { "name \($0 * 7919 % 150_011)" })
    for stop in 1...2 {
      let place = Countdown(stop)
      let work = Work { place.count() ? $0.stop() : () }
      let stopped = Work.$current.withValue(work) { RowArrangement(byName: labels) }
      #expect(work.isStopped && stopped.indices.sorted() == Array(labels.indices))
    }
  }
}
