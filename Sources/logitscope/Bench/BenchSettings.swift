internal import ArgumentParser
internal import LogitKernel

/// What is timed.
enum BenchFunction: String, CaseIterable, ExpressibleByArgument {
  case softmax
  case logSoftmax = "log_softmax"
  case crossEntropy = "cross_entropy"

  static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// The type of number that is timed.
enum BenchType: String, CaseIterable, ExpressibleByArgument {
  case binary32 = "f32"
  case binary64 = "f64"

  static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// One timing: of what, how large, how often, with what.
struct BenchSettings {
  var function: BenchFunction
  var rows: Int
  var columns: Int
  var repetitions: Int
  var threads = 1
  var kernel = VectorKernel.fastest

  /// A row longer than this is shared between threads, block by block.
  static let longRow = 1 << 18
}
