internal import ArgumentParser
internal import Glibc
internal import LogitKernel

/// Times the vector kernels.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time softmax, log-softmax and cross-entropy of long rows.",
    discussion: """
      Without options it prints a table of times. With --function it reads rows × columns \
      little-endian numbers from standard input, and for cross_entropy one 32-bit target for each \
      row behind them, and prints a line of JSON: the nanoseconds of each call and a checksum, \
      which is the mean loss, Σ p·index or Σ ln p.

      EXAMPLES
        logitscope bench
        logitscope bench --function softmax --columns 1000 < logits.f32
      """)

  @Option(help: "softmax, log_softmax or cross_entropy.") var function: BenchFunction?
  @Option(help: "f32 or f64.") var type = BenchType.binary32
  @Option(help: "How many rows.") var rows = 1
  @Option(help: "How many logits a row has.") var columns = 1000
  @Option(help: "How many calls are timed.") var repetitions = 100
  @Option(help: "How many threads share a matrix, or a row of more than 262 144.") var threads = 1
  @Option(help: "The instruction set, instead of the widest: baseline, AVX2 or AVX-512.")
  var instructions: String?

  func validate() throws {
    for (name, value) in [
      ("rows", rows), ("columns", columns), ("repetitions", repetitions), ("threads", threads),
    ] where value < 1 {
      throw ValidationError("--\(name) is at least 1.")
    }
    guard !rows.multipliedReportingOverflow(by: columns).overflow, rows * columns <= 1 << 32,
      threads <= 1024, repetitions <= 1 << 24
    else {
      throw ValidationError("that is more than this computer can hold.")
    }
  }

  func run() throws {
    let kernel = try chosenKernel()
    guard let function else {
      return StandardOutput.write(BenchTable.text(threads: threads, kernel: kernel))
    }
    let settings = BenchSettings(
      function: function, rows: rows, columns: columns, repetitions: repetitions,
      threads: threads, kernel: kernel ?? .fastest)
    switch type {
    case .binary32: try time(BenchRun<Float>(settings))
    case .binary64: try time(BenchRun<Double>(settings))
    }
  }

  private func chosenKernel() throws -> VectorKernel? {
    guard let instructions else { return nil }
    guard let kernel = VectorKernel.available.first(where: { $0.name == instructions }) else {
      let names = VectorKernel.available.map(\.name).joined(separator: ", ")
      throw BadInput("--instructions is one of those that this processor has: \(names).")
    }
    return kernel
  }

  private func time<E>(_ run: BenchRun<E>) throws {
    try Self.read(into: UnsafeMutableRawBufferPointer(run.logits))
    if run.settings.function == .crossEntropy {
      try Self.read(into: UnsafeMutableRawBufferPointer(run.targets))
      guard run.targets.allSatisfy({ (0..<Int32(columns)).contains($0) }) else {
        throw BadInput("standard input: a target is not from 0 to \(columns - 1).")
      }
    }
    let times = run.times().map(String.init).joined(separator: ", ")
    StandardOutput.write("{\"ns\": [\(times)], \"checksum\": \(Self.json(run.checksum))}\n")
  }

  private static func json(_ value: Double) -> String {
    value.isFinite ? "\(value)" : value.isNaN ? "\"nan\"" : value > 0 ? "\"inf\"" : "\"-inf\""
  }

  /// Fills the memory from standard input.
  private static func read(into memory: UnsafeMutableRawBufferPointer) throws {
    var filled = 0
    while filled < memory.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: memory[filled...])
      let got = Glibc.read(STDIN_FILENO, rest.baseAddress, rest.count)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else {
        throw BadInput("standard input ends after \(filled) of \(memory.count) bytes.")
      }
      filled += got
    }
  }
}
