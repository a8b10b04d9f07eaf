internal import LogitKernel

/// A table of times that a person can read.
enum BenchTable {
  private static let sizes = [(1, 1000), (1, 50_257), (1, 1_000_000), (1000, 1000)]

  /// Nanoseconds a logit, for each function, size and type, with one instruction set or all.
  static func text(threads: Int, kernel: VectorKernel?) -> String {
    let kernels = kernel.map { [$0] } ?? VectorKernel.available
    let cases = BenchFunction.allCases.flatMap { function in
      sizes.flatMap { size in
        BenchType.allCases.map { (function: function, size: size, type: $0) }
      }
    }
    var columns = [
      TextTable.Column(
        heading: "function", cells: cases.map(\.function.rawValue), isLeft: true),
      TextTable.Column(heading: "rows×columns", cells: cases.map { "\($0.size.0)×\($0.size.1)" }),
      TextTable.Column(heading: "type", cells: cases.map(\.type.rawValue), isLeft: true),
    ]
    columns += kernels.map { kernel in
      TextTable.Column(
        heading: kernel.name,
        cells: cases.map { item in
          let settings = BenchSettings(
            function: item.function, rows: item.size.0, columns: item.size.1,
            repetitions: max(9, 4_000_000 / (item.size.0 * item.size.1)), threads: threads,
            kernel: kernel)
          return time(settings, type: item.type)
        })
    }
    let heading =
      "Nanoseconds a logit, median, on \(threads == 1 ? "1 thread" : "\(threads) threads")"
    return ([heading] + TextTable(columns: columns).lines).joined(separator: "\n") + "\n"
  }

  private static func time(_ settings: BenchSettings, type: BenchType) -> String {
    switch type {
    case .binary32: median(BenchRun<Float>(settings))
    case .binary64: median(BenchRun<Double>(settings))
    }
  }

  private static func median<E>(_ run: BenchRun<E>) -> String {
    // Some spread, the same each time: −6 to 6.
    var state: UInt64 = 1
    for index in run.logits.indices {
      state = state &* 0x5851_f42d_4c95_7f2d &+ 0x1405_7b7e_f767_814f
      run.logits[index] = E(Double(state >> 11) * 0x1p-53 * 12 - 6)
    }
    let times = run.times().sorted()
    let logits = Double(run.logits.count)
    return hundredths(Double(times[times.count / 2]) / logits)
  }

  private static func hundredths(_ value: Double) -> String {
    let scaled = Int((value * 100).rounded())
    return "\(scaled / 100)." + "\(scaled % 100 + 100)".dropFirst()
  }
}
