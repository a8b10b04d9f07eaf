/// Numbers from the greatest to the least, in runs: a change copies one or two of these.
struct DescendingRuns: Sendable {
  private var runs: [[Double]]
  /// The place of each run's first number.
  private var starts: [Int] = []
  /// The least of each run.
  private var lasts: [Double] = []
  private(set) var count = 0

  private static let length = 1024

  /// - Parameter sorted: The greatest first.
  init(_ sorted: [Double]) {
    runs = stride(from: 0, to: sorted.count, by: Self.length).map {
      Array(sorted[$0..<Swift.min($0 + Self.length, sorted.count)])
    }
    countAgain()
  }

  private mutating func countAgain() {
    runs.removeAll(where: \.isEmpty)
    count = 0
    starts = runs.map { run in
      defer { count += run.count }
      return count
    }
    lasts = runs.map { $0[$0.count - 1] }
  }

  var first: Double? { runs.first?.first }

  /// All of them; a copy.
  var array: [Double] { runs.flatMap(\.self) }

  subscript(place: Int) -> Double {
    let run = starts.firstPlace { $0 > place } - 1
    return runs[run][place - starts[run]]
  }

  /// Some of them; a copy.
  subscript(places: Range<Int>) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(places.count)
    for (run, start) in zip(runs, starts)
    where start < places.upperBound && start + run.count > places.lowerBound {
      found +=
        run[
          Swift.max(places.lowerBound - start, 0)..<Swift.min(places.upperBound - start, run.count)]
    }
    return found
  }

  /// How many numbers are greater than this.
  func countGreater(than key: Double) -> Int {
    let run = lasts.firstPlace { $0 <= key }
    return run < runs.count ? starts[run] + runs[run].firstPlace { $0 <= key } : count
  }

  /// Takes one number out and puts another in; what is not finite is no number.
  mutating func replace(_ old: Double, by new: Double) {
    if old.isFinite {
      let run = lasts.firstPlace { $0 <= old }
      runs[run].remove(at: runs[run].firstPlace { $0 <= old })
    }
    if new.isFinite { insert(new) }
    countAgain()
  }

  private mutating func insert(_ new: Double) {
    guard !runs.isEmpty else { return runs.append([new]) }
    // `lasts` may still have the number that was taken out: the run is right all the same.
    let run = Swift.min(lasts.firstPlace { $0 <= new }, runs.count - 1)
    runs[run].insert(new, at: runs[run].firstPlace { $0 <= new })
    guard runs[run].count > 2 * Self.length else { return }
    let half = runs[run].count / 2
    runs.replaceSubrange(run...run, with: [Array(runs[run][..<half]), Array(runs[run][half...])])
  }
}
