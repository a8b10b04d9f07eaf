internal import LogitKernel

extension Pace {
  /// Goes on from a place, unless nobody wants any more what is read.
  @inline(__always)
  mutating func pass(_ place: Int) throws(FileProblem) {
    guard goesOn(at: place) else { throw .stopped }
  }
}

extension FileProblem {
  /// Refuses what loops that were stopped have left.
  static func requireWanted() throws(FileProblem) {
    if Work.current?.isStopped == true { throw .stopped }
  }
}
