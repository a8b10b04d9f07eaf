package import LogitKernel

/// The error of one result by every algorithm while all logits are shifted, scaled or heated.
package struct ErrorSweep: Equatable, Sendable {
  package let kind: NumericsSweep
  /// What is added, multiplied by or divided by, ascending.
  package let positions: [Double]
  package let algorithms = Algorithm.all
  /// For each algorithm the errors at the positions, in ulps, never below a half; infinite where the
  /// result is no number though the true one is.
  package let errors: [[Double]]

  package init(
    _ kind: NumericsSweep, row: LogitRow, quantity: Quantity, settings: EmulationSettings
  ) {
    self.kind = kind
    let positions = ErrorSweep.positions(kind, count: row.count, in: settings.storage)
    self.positions = positions
    var errors = algorithms.map { _ in [Double]() }
    // Most algorithms share its exponentials.
    var settings = settings
    settings.algorithm = .shifted
    for position in positions {
      let changed = kind.applied(position, to: row)
      let truth = quantity.exact(of: changed, in: ErrorSweep.reference)
      let base = EmulatedRow(
        changed.logits.array, temperature: changed.temperature, settings: settings)
      for (index, algorithm) in algorithms.enumerated() {
        let value = quantity.emulated(in: base.by(algorithm)).value
        errors[index].append(ErrorSweep.error(value, truth, settings.storage))
      }
    }
    self.errors = errors
  }

  /// Where an algorithm first gives no number; `nil` where it never does.
  package func breakdown(of algorithm: Int) -> Double? {
    errors[algorithm].firstIndex(of: .infinity).map { positions[$0] }
  }

  /// In which the truth is known: good enough for a curve, and much sooner known than in binary64.
  private static let reference = NumberFormat(name: "sweep", exponentBits: 11, significandBits: 46)

  /// Good to a tenth, which is all that a curve shows; of binary64, whose results are rounded as the
  /// truth is, to one.
  private static func error(_ value: Double, _ truth: Double, _ format: NumberFormat) -> Double {
    let seen = format.precision > 30 ? reference.round(value) : value
    if seen == format.round(truth) || (value.isNaN && truth.isNaN) { return 0.5 }
    guard value.isFinite, truth.isFinite else { return .infinity }
    return max(0.5, (value - truth).magnitude / format.ulp(at: truth))
  }

  /// Powers of ten apart by equal ratios; fewer of them for long rows.
  private static func positions(
    _ kind: NumericsSweep, count: Int, in format: NumberFormat
  ) -> [Double] {
    let (least, greatest) = kind.range(in: format)
    let steps = max(12, min(48, 12_000 / max(count, 1)))
    let ratio = exponential(naturalLogarithm(greatest / least) / Double(steps))
    var positions = [least]
    for _ in 1..<steps { positions.append(positions[positions.count - 1] * ratio) }
    return positions + [greatest]
  }

  package static func == (a: ErrorSweep, b: ErrorSweep) -> Bool {
    a.kind == b.kind && haveSameBits(a.positions, b.positions)
      && zip(a.errors, b.errors).allSatisfy { haveSameBits($0, $1) }
  }
}

extension NumericsSweep {
  /// What it does to the logits, in words.
  package var title: String {
    switch self {
    case .offset: "a constant added to all logits"
    case .scale: "all logits multiplied"
    case .temperature: "the temperature"
    }
  }

  /// The row after the change.
  func applied(_ position: Double, to row: LogitRow) -> LogitRow {
    switch self {
    case .offset:
      LogitRow(row.logits.map { $0 + position }, temperature: row.temperature)
    case .scale: LogitRow(row.logits.map { $0 * position }, temperature: row.temperature)
    case .temperature: LogitRow(row.logits, temperature: position)
    }
  }

  fileprivate func range(in format: NumberFormat) -> (Double, Double) {
    switch self {
    case .offset: (0.1, min(format.greatestFinite, format.precision > 24 ? 1e18 : 1e9))
    case .scale: (1e-3, 1e6)
    case .temperature: (1e-5, 1e5)
    }
  }
}
