/// A softmax computation executed operation by operation in a number format.
///
/// Making one computes everything up to the sum; probabilities and their logarithms are computed
/// when asked for. Every value is a `TraceCell`, which records what happened there.
///
/// Sums stay in the accumulator's format until an operation of the storage format uses them: in
/// p = e ÷ s, s is not rounded to the storage format first.
///
/// Special values: nothing is treated apart. Infinities and NaN go through the arithmetic as they
/// would through hardware, which is the point.
public struct EmulatedRow: Sendable {
  /// The logits as given, before rounding to the format.
  public let logits: [Double]
  /// What divides the logits, as given.
  public let temperature: Double
  /// What was emulated.
  public private(set) var settings: EmulationSettings

  /// The logits rounded to the format.
  public private(set) var inputs: [TraceCell] = []
  /// z = x ÷ T, or the inputs where T = 1 or the division comes later.
  public private(set) var scaled: [TraceCell] = []
  /// What is subtracted, m; nil for an algorithm that subtracts nothing.
  public internal(set) var shift: TraceCell?
  /// z − m, or z where nothing is subtracted.
  public internal(set) var shifted: [TraceCell] = []
  /// exp(z − m).
  public internal(set) var exponentials: [TraceCell] = []
  /// The sum after each class, in the accumulator.
  public internal(set) var partialSums: [TraceCell] = []
  /// The sum s: of all exponentials, or of those that are no maxima where these are counted.
  public internal(set) var sum = TraceCell.exact(0)
  /// How many maxima were left out of the sum; 0 where none are.
  public internal(set) var maximaCount = 0
  /// The blocks of the online algorithm; empty for the others.
  public internal(set) var blocks: [OnlineBlock] = []
  /// What probabilities are divided by: s, or k + s.
  public internal(set) var total = TraceCell.exact(0)
  /// log s, or log k + log1p(s ÷ k).
  public internal(set) var logSum = TraceCell.exact(0)
  /// m + log s, the logarithm of Σ e^z.
  public internal(set) var logSumExp = TraceCell.exact(0)

  /// Whether every logit is −∞.
  let isMasked: Bool
  /// What the derivatives for all classes share.
  private(set) var shared = SharedResults()
  let machine: Machine
  let adder: Machine

  /// Runs the computation.
  ///
  /// - Complexity: O(*n*).
  public init(_ logits: [Double], temperature: Double = 1, settings: EmulationSettings) {
    self.logits = logits
    self.temperature = temperature
    self.settings = settings
    isMasked = logits.allSatisfy { $0 == -.infinity }
    let accumulator = settings.accumulatingFormat
    machine = Machine(settings.storage, others: [accumulator])
    adder = Machine(accumulator, others: [settings.storage])
    readInputs()
    compute()
    finish()
  }

  /// The same row by another algorithm; what both form in the same way is not formed again.
  ///
  /// - Complexity: O(*n*).
  public func by(_ algorithm: Algorithm) -> EmulatedRow {
    var row = self
    row.settings.algorithm = algorithm
    row.shared = SharedResults()
    let old = settings.algorithm
    if algorithm.pass != old.pass || algorithm.shift != old.shift {
      (row.partialSums, row.sum, row.maximaCount, row.blocks) = ([], .exact(0), 0, [])
      let sharesExponentials =
        algorithm.shift == old.shift && algorithm.pass != .online && old.pass != .online
      if sharesExponentials { row.formSum() } else { row.compute() }
    }
    row.finish()
    return row
  }

  /// Everything up to the sum.
  private mutating func compute() {
    if settings.algorithm.pass == .online {
      runOnline()
    } else {
      formShift()
      formExponentials(from: shift?.value)
      formSum()
    }
  }

  private mutating func readInputs() {
    let machine = self.machine
    let mask = settings.maskValue.value(in: settings.storage)
    inputs = logits.wantedMap("rounding the logits", rest: .exact(0)) {
      machine.input($0 == -.infinity ? mask : $0)
    }
    guard !settings.dividesAfterShift, temperature != 1 else { return scaled = inputs }
    scaled = inputs.wantedMap("dividing by the temperature", rest: .exact(0)) { divided($0) }
  }

  /// A value over the temperature.
  func divided(_ cell: TraceCell) -> TraceCell {
    guard temperature != 1 else { return cell }
    return machine.divide(cell.value, machine.input(temperature).value)
  }

  private mutating func formShift() {
    switch settings.algorithm.shift {
    case .none: shift = nil
    case .maximum: shift = .exact(EmulatedRow.maximum(scaled))
    case .mean:
      let sum = adder.sum(scaled.map(\.value), in: settings.sumOrder).total
      let mean = machine.divide(sum.value, machine.input(Double(logits.count)).value)
      shift = sum.isBreakdown ? TraceCell(mean.value, sum.event, sum.operation) : mean
    }
  }

  /// The greatest value and at least `least`; NaN where one is NaN, −∞ for none.
  static func maximum(
    _ cells: some Sequence<TraceCell>, atLeast least: Double = -.infinity
  ) -> Double {
    guard !least.isNaN else { return .nan }
    var greatest = least
    for cell in cells {
      if cell.value.isNaN { return .nan }
      greatest = max(greatest, cell.value)
    }
    return greatest
  }

  /// The distance of a class from the shift, and its exponential.
  func exponential(
    at index: Int, from shift: Double?
  ) -> (distance: TraceCell, exponential: TraceCell) {
    var distance = scaled[index]
    if let shift { distance = machine.subtract(distance.value, shift) }
    if settings.dividesAfterShift { distance = divided(distance) }
    return (distance, machine.exp(distance.value))
  }

  mutating func formExponentials(from shift: Double?) {
    (shifted, exponentials) = ([], [])
    shifted.reserveCapacity(scaled.count)
    exponentials.reserveCapacity(scaled.count)
    for index in scaled.indices.wanted("forming the exponentials") {
      let (distance, exponential) = exponential(at: index, from: shift)
      shifted.append(distance)
      exponentials.append(exponential)
    }
    let rest = repeatElement(TraceCell.exact(0), count: scaled.count - shifted.count)
    shifted += rest
    exponentials += rest
  }

  private mutating func formSum() {
    guard settings.algorithm.pass == .withoutMaxima else {
      (partialSums, sum) = adder.sum(exponentials.map(\.value), in: settings.sumOrder)
      return
    }
    // A maximum is a class at distance 0; ∞ − ∞ is no distance and stays in the sum.
    let others = shifted.indices.filter { shifted[$0].value != 0 }
    maximaCount = shifted.count - others.count
    let (partial, sum) = adder.sum(
      others.map { exponentials[$0].value }, in: settings.sumOrder)
    self.sum = sum
    partialSums = [TraceCell](repeating: .exact(0), count: shifted.count)
    for (index, cell) in zip(others, partial) { partialSums[index] = cell }
  }

  private mutating func finish() {
    if settings.algorithm.pass == .withoutMaxima {
      let count = machine.input(Double(maximaCount)).value
      total = adder.add(count, sum.value)
      let share = machine.divide(sum.value, count)
      logSum = machine.add(machine.log(count).value, machine.log(onePlus: share.value).value)
    } else {
      total = sum
      logSum = machine.log(sum.value)
    }
    logSumExp = shift.map { machine.add($0.value, logSum.value, watching: true) } ?? logSum
  }
}

/// One step of the online algorithm.
public struct OnlineBlock: Hashable, Sendable {
  /// The classes it takes in.
  public let range: Range<Int>
  /// The running maximum after it.
  public let maximum: Double
  /// exp(old maximum − new maximum), by which the old sum is multiplied; nil for the first block.
  public let rescaling: TraceCell?
  /// The sum of this block's exponentials.
  public let blockSum: TraceCell
  /// The running sum after it.
  public let sum: TraceCell
  /// Whether the block was left out, because it and all before it are −∞.
  public let isSkipped: Bool
}
