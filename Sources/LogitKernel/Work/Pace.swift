/// What a loop keeps of the work that it is a step of: it reports once a block, and else costs one
/// comparison.
package struct Pace {
  private let work: Work?
  private let words: String
  private let total: Int?
  private let block: Int
  private var next: Int

  /// A step of the present work, which begins with the first report: loops of less than a block are
  /// none, and do not ask whether anybody waits.
  ///
  /// - Parameters:
  ///   - words: What the step does.
  ///   - total: Where the loop ends; `nil` where that is not known.
  ///   - start: Where it begins.
  ///   - block: How far it goes from one report to the next.
  package init(
    _ words: String, of total: Int?, from start: Int = 0, every block: Int = 1 << 16
  ) {
    let isShort = total.map { $0 - start <= block } ?? false
    work = isShort ? nil : Work.current
    (self.words, self.total, self.block) = (words, total, block)
    // What begins after the end of all does nothing.
    next = work.map { $0.isStopped ? start : start + block } ?? Int.max
  }

  /// Whether to go on from a place; what a loop that must not leaves behind is dropped.
  @inline(__always)
  package mutating func goesOn(at place: Int) -> Bool { place < next || report(place) }

  private mutating func report(_ place: Int) -> Bool {
    next = place + block
    return work?.reach(place, of: total, words) ?? true
  }
}

/// The elements of a collection, as far as somebody waits for what becomes of them.
package struct Wanted<Base: Collection>: Sequence, IteratorProtocol {
  private var elements: Base.Iterator
  private var place = 0
  private var pace: Pace

  fileprivate init(_ base: Base, _ words: String, every block: Int) {
    elements = base.makeIterator()
    pace = Pace(words, of: base.count, every: block)
  }

  @inline(__always)
  package mutating func next() -> Base.Element? {
    guard pace.goesOn(at: place), let element = elements.next() else { return nil }
    place += 1
    return element
  }
}

extension Collection {
  /// The elements for a step that may take long: all of them, or fewer once that has been stopped.
  ///
  /// - Parameters:
  ///   - words: What the step does.
  ///   - block: How many make a report.
  /// - Returns: The elements, once.
  package func wanted(_ words: String, every block: Int = 4096) -> Wanted<Self> {
    Wanted(self, words, every: block)
  }

  /// What a function makes of each element of a step that may take long.
  ///
  /// - Parameters:
  ///   - words: What the step does.
  ///   - rest: What stands for each that nobody wants any more, so that there are as many.
  ///   - transform: The function.
  /// - Returns: As many results as elements.
  package func wantedMap<Result>(
    _ words: String, rest: Result, _ transform: (Element) -> Result
  ) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    for element in wanted(words) { results.append(transform(element)) }
    results += repeatElement(rest, count: count - results.count)
    return results
  }
}
