import Testing

@testable import LogitKernel

@Suite struct WorkTests {
  /// Runs a loop as the work of this thread; returns where it ended.
  private func run(_ work: Work?, from start: Int = 0, to end: Int, every block: Int = 10) -> Int {
    Work.$current.withValue(work) {
      var pace = Pace("counting", of: end, from: start, every: block)
      for place in start..<end where !pace.goesOn(at: place) { return place }
      return end
    }
  }

  @Test func `a loop reports once a block and goes on`() {
    let work = Work()
    #expect(run(work, to: 95) == 95)
    #expect(work.progress == Work.Progress(step: "counting", percent: 94))
    // The end itself is for the one who has the result.
    #expect(work.reach(95, of: 95, "counting"))
    #expect(work.progress.percent == 99)
  }

  @Test func `it ends at the block after it was stopped`() {
    let work = Work { $0.progress.percent.map { $0 >= 50 } == true ? $0.stop() : () }
    #expect(run(work, to: 1000) == 500)
    #expect(work.isStopped)
    // Whatever comes next and is not short ends before it begins.
    #expect(run(work, from: 5, to: 1000) == 5)
    #expect(run(work, from: 5, to: 15) == 15)
  }

  @Test func `a short loop is no step, and without anybody who waits nothing is reported`() {
    let work = Work()
    _ = run(work, to: 9)
    #expect(work.progress == Work.Progress(step: "", percent: nil))
    #expect(run(nil, to: 1000) == 1000)
  }

  @Test func `where the end is not known there are no hundredths`() {
    let work = Work()
    work.begin("reading", of: nil)
    _ = work.reach(1 << 40, of: nil, "reading")
    #expect(work.progress == Work.Progress(step: "reading", percent: nil))
    _ = work.reach(1 << 59, of: 1 << 60, "reading")
    #expect(work.progress.percent == 50)
  }
}
