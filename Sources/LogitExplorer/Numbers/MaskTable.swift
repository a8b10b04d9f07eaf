package import LogitKernel

/// What each value that may stand for a masked class does in the present format, and each policy
/// for a row with nothing left.
package struct MaskTable: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let value: EmulationSettings.MaskValue
    /// What the format makes of it.
    package let stored: TraceCell
    /// What the masked classes get together.
    package let leak: Double
    /// The greatest share of a class that is not masked; 0 where there is none.
    package let best: Double

    package static func == (a: Row, b: Row) -> Bool {
      a.value == b.value && haveSameBits([a.leak, a.best], [b.leak, b.best])
    }
  }

  /// Whether nothing is masked in the document, so that the selected class stands in for it.
  package let isSupposed: Bool
  package let rows: [Row]
  /// What p of each class is by each policy when every class is masked.
  package let policies: [(policy: EmulationSettings.MaskedRow, p: Double)]

  /// The values that programs use.
  package static let values: [EmulationSettings.MaskValue] = [
    .minusInfinity, .number(-1e4), .number(-1e9), .lowestFinite,
  ]

  init(document: Document, selection: Int) {
    var logits = document.effectiveLogits.array
    isSupposed = !logits.contains(-.infinity)
    if isSupposed { logits[selection] = -.infinity }
    let settings = document.arithmetic.settings
    let temperature = document.temperature
    var values = MaskTable.values
    if !values.contains(settings.maskValue) { values.append(settings.maskValue) }
    rows = values.map { Row($0, logits, temperature, settings) }
    let count = logits.count
    policies = EmulationSettings.MaskedRow.allCases.map { policy in
      var settings = settings
      settings.maskedRow = policy
      settings.maskValue = .minusInfinity
      let row = EmulatedRow(
        Array(repeating: -.infinity, count: count), temperature: temperature, settings: settings)
      return (policy, row.probability(at: 0).value)
    }
  }

  package static func == (a: MaskTable, b: MaskTable) -> Bool {
    a.isSupposed == b.isSupposed && a.rows == b.rows
      && haveSameBits(a.policies.map(\.p), b.policies.map(\.p))
  }
}

extension MaskTable.Row {
  fileprivate init(
    _ value: EmulationSettings.MaskValue, _ logits: [Double], _ temperature: Double,
    _ settings: EmulationSettings
  ) {
    var settings = settings
    settings.maskValue = value
    let row = EmulatedRow(logits, temperature: temperature, settings: settings)
    let masked = logits.indices.filter { logits[$0] == -.infinity }
    let shares = logits.indices.map { row.probability(at: $0).value }
    self.value = value
    stored = row.inputs[masked[0]]
    leak = masked.reduce(0) { $0 + shares[$1] }
    let others = logits.indices.filter { logits[$0] != -.infinity }
    best = others.map { shares[$0] }.max { $1 > $0 || $0.isNaN } ?? 0
  }
}
