package import LogitKernel

/// By which arithmetic the numbers on the screen come about.
///
/// Exact: every number is the true value, rounded once to the format. Otherwise: what a program
/// would have computed that executes the algorithm of the settings, each operation rounded.
package struct Arithmetic: Hashable, Sendable {
  package var isExact = true
  /// The format, the algorithm and the switches; while exact only the storage format counts.
  package var settings = EmulationSettings(storage: .binary64, algorithm: .shifted)

  package init() {}

  package init(_ algorithm: Algorithm, in format: NumberFormat, accumulator: NumberFormat? = nil) {
    isExact = false
    settings = EmulationSettings(storage: format, accumulator: accumulator, algorithm: algorithm)
  }

  /// The true values as binary64, what the explorer shows unless it is told otherwise.
  package static let exact = Arithmetic()

  /// Whether every number is the true value, rounded to binary64.
  package var isPlain: Bool { isExact && settings.storage == .binary64 }

  /// The name of the algorithm, `exact` included.
  package var algorithmName: String { isExact ? Arithmetic.exactName : settings.algorithm.name }

  /// The word for no algorithm at all.
  package static let exactName = "exact"

  /// The words that an algorithm can be chosen by, `exact` first.
  package static let algorithmNames = [exactName] + Algorithm.all.map(\.name)

  /// What produced the numbers on the screen, in a few words: `binary16 naive, sums in binary32`.
  package var summary: String {
    guard !isExact else {
      return isPlain ? "exact" : "exact, rounded to \(settings.storage.name)"
    }
    var words = "\(settings.storage.name) \(settings.algorithm.name)"
    if let accumulator = settings.accumulator, accumulator != settings.storage {
      words += ", sums in \(accumulator.name)"
    }
    let isPlain = ArithmeticOption.catalog.allSatisfy {
      $0.isNamedInSummary || $0.text(self) == $0.text(.exact)
    }
    return isPlain ? words : words + " *"
  }
}
