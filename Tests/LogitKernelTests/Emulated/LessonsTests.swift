import LogitKernel
import Testing

/// What goes wrong with logits in a number format, to the printed digit: twenty lessons that learners
/// and engineers meet, numbered from 25 to 44.
@Suite struct LessonsTests {
  private static let flowers = [2, 1, 0.1]

  private func row(
    _ logits: [Double], _ algorithm: Algorithm, _ format: NumberFormat, temperature: Double = 1,
    _ change: (inout EmulationSettings) -> Void = { _ in }
  ) -> EmulatedRow {
    var settings = EmulationSettings(storage: format, algorithm: algorithm)
    change(&settings)
    return EmulatedRow(logits, temperature: temperature, settings: settings)
  }

  private func fixed(_ value: Double, _ digits: Int = 6) -> String {
    DecimalText.fixed(value, fractionDigits: digits)
  }

  private func probabilities(_ row: EmulatedRow) -> [Double] {
    row.logits.indices.map { row.probability(at: $0).value }
  }

  private func texts(_ row: EmulatedRow) -> [String] { probabilities(row).map { fixed($0) } }

  @Test func `25 smoothing gives a masked class weight, and the loss is infinite`() {
    let target = LossTarget.index(0, labelSmoothing: 0.1)
    let logits = [2, 1, -Double.infinity]
    let exact = LogitRow(logits)
    #expect(
      (0..<3).map { fixed(exact.logProbability(at: $0)) } == ["-0.313262", "-1.313262", "-inf"])
    #expect(exact.crossEntropy(target) == .infinity)
    for algorithm in Algorithm.all where algorithm.shift == .maximum {
      let single = row(logits, algorithm, .binary32)
      #expect(
        (0..<2).map { fixed(single.logProbability(at: $0).value) }
          == ["-0.313262", "-1.313262"])
      #expect(single.crossEntropy(target).value == .infinity)
    }
  }

  @Test func `26 the loss of the sure class prints as -0`() {
    let loss = row([40, 0], .fused, .binary32).crossEntropy(.index(0)).value
    #expect(loss == 0 && loss.sign == .minus)
    let exact = LogitRow([40, 0]).crossEntropy(.index(0))
    #expect(DecimalText.scientific(exact, significantDigits: 7) == "4.248354e-18")
  }

  @Test func `27 an epsilon inside the log caps the loss`() {
    func loss(_ epsilon: Double) -> String {
      let capped = row([0, -100], .naive, .binary64) { $0.logGuard = .epsilon(epsilon) }
      return fixed(capped.crossEntropy(.index(1)).value)
    }
    #expect(loss(1e-12) == "27.631021")
    #expect(loss(1e-7) == "16.118096")
    #expect(fixed(LogitRow([0, -100]).crossEntropy(.index(1)), 0) == "100")
    // All that the gradient could see of p is gone.
    let share = row([0, -100], .naive, .binary64).probability(at: 1).value
    #expect(share > 0 && share + 1e-12 == 1e-12)
  }

  @Test func `28 the maximum is subtracted because exp overflows`() {
    for format in NumberFormat.all where format.specials == .ieee754 {
      #expect(probabilities(row([1000, 1001, 1002], .naive, format)).allSatisfy { $0.isNaN })
    }
    for format in [NumberFormat.binary64, .binary32] {
      #expect(
        texts(row([1000, 1001, 1002], .shifted, format)) == ["0.090031", "0.244728", "0.665241"])
    }
    let half = row([12, 11, 10], .naive, .binary16)
    #expect(half.exponentials.map(\.value) == [.infinity, 59872, 22032])
    #expect(texts(half) == ["nan", "0.000000", "0.000000"])
  }

  @Test func `29 it underflows too, and a sum can overflow in silence`() {
    let low = row([-1000, -1001, -1002], .naive, .binary64)
    #expect(low.sum.value == 0 && texts(low) == ["nan", "nan", "nan"])
    #expect(
      texts(row([-1000, -1001, -1002], .shifted, .binary64))
        == ["0.665241", "0.244728", "0.090031"])
    let twins = row([11, 11], .naive, .binary16)
    #expect(twins.exponentials.map(\.value) == [59872, 59872])
    #expect(twins.sum.value == .infinity && probabilities(twins) == [0, 0])
  }

  @Test func `30 not any shift works`() {
    let mean = row([0, 200], .shiftedByMean, .binary32)
    #expect(mean.shifted.map(\.value) == [-100, 100])
    #expect(DecimalText.scientific(exponential(100), significantDigits: 4) == "2.688e43")
    #expect(mean.exponentials[1].value == .infinity)
    #expect(mean.probability(at: 1).value.isNaN)
    #expect(probabilities(row([0, 200], .shifted, .binary32)) == [0, 1])
  }

  @Test(arguments: [
    (NumberFormat.binary16, -18.0), (.bfloat16, -95), (.binary32, -110), (.binary64, -800),
  ]) func `31 log of softmax is -inf where log-softmax is not`(format: NumberFormat, x: Double) {
    #expect(row([0, x], .shifted, format).logProbability(at: 1).value == -.infinity)
    #expect(row([0, x], .fused, format).logProbability(at: 1).value == x)
  }

  @Test func `31 log of a subnormal has few digits`() {
    #expect(fixed(row([0, -100], .shifted, .binary32).logProbability(at: 1).value) == "-99.983093")
    #expect(row([0, -100], .fused, .binary32).logProbability(at: 1).value == -100)
  }

  @Test(arguments: [
    (NumberFormat.binary32, 1e8, "0.693147", 0.0), (.binary16, 1000, "0.693359", 0.5),
    (.binary16, 1024, "0.693359", 1), (.binary16, 2048, "0.693359", 0),
    (.bfloat16, 256, "0.691406", 0),
  ]) func `32 the place of the parentheses decides the loss of twins`(
    format: NumberFormat, x: Double, good: String, bad: Double
  ) {
    #expect(fixed(row([x, x], .fused, format).crossEntropy(.index(0)).value) == good)
    #expect(row([x, x], .fusedOtherAssociation, format).crossEntropy(.index(0)).value == bad)
  }

  @Test func `33 bf16 is not fp32 with fewer digits to show`() {
    for (logits, stored) in [([10.01, 10.02, 10.03], 10.0), ([1000, 1001, 1002], 1000)] {
      let brain = row(logits, .shifted, .bfloat16)
      #expect(brain.inputs.map(\.value) == [stored, stored, stored])
      #expect(texts(brain) == ["0.333984", "0.333984", "0.333984"])
      #expect(fixed(probabilities(brain).reduce(0, +)) == "1.001953")
    }
    let exact = LogitRow([10.01, 10.02, 10.03])
    #expect(
      (0..<3).map { fixed(exact.probability(at: $0)) } == ["0.330006", "0.333322", "0.336672"])
  }

  @Test(arguments: [
    (NumberFormat.binary16, 4096, 2048.0, "0.000488281"), (.bfloat16, 512, 256, "0.003906250"),
  ]) func `34 the sum can stop growing`(
    format: NumberFormat, count: Int, stall: Double, share: String
  ) {
    let zeros = row(Array(repeating: 0, count: count), .shifted, format)
    #expect(zeros.sum.value == stall)
    #expect(fixed(zeros.probability(at: 0).value, 9) == share)
    #expect(probabilities(zeros).reduce(0, +) == 2)
    let wide = row(zeros.logits, .shifted, format) { $0.accumulator = .binary32 }
    #expect(probabilities(wide).reduce(0, +) == 1)
  }

  @Test(arguments: [
    (NumberFormat.binary32, "1.000000067"), (.binary16, "1.000122070"), (.bfloat16, "1.000976562"),
  ]) func `35 probabilities do not sum to 1`(format: NumberFormat, sum: String) {
    // The sum itself is formed in binary64, where it is exact.
    #expect(
      fixed(probabilities(row(Self.flowers, .shifted, format)).reduce(0, +), 9) == sum)
  }

  @Test func `36 masks, and a row with nothing left`() {
    #expect(
      texts(row([2, 1, -.infinity], .shifted, .binary32)) == ["0.731059", "0.268941", "0.000000"])
    let masked = [Double](repeating: -.infinity, count: 3)
    #expect(texts(row(masked, .shifted, .binary32)) == ["nan", "nan", "nan"])
    let zeros = row(masked, .shifted, .binary32) { $0.maskedRow = .zeros }
    #expect(probabilities(zeros) == [0, 0, 0])
    let uniform = row(masked, .shifted, .binary32) { $0.maskedRow = .uniform }
    #expect(texts(uniform) == ["0.333333", "0.333333", "0.333333"])
    #expect(texts(row([.infinity, 0, 1], .shifted, .binary32)) == ["nan", "nan", "nan"])
  }

  @Test func `37 a finite mask leaks`() {
    let leaking = row([-20000, -.infinity], .shifted, .binary32) { $0.maskValue = .number(-1e4) }
    #expect(probabilities(leaking) == [0, 1])
    #expect(probabilities(row([-20000, -.infinity], .shifted, .binary32)) == [1, 0])
  }

  @Test func `38 what fp16 makes of the usual masks`() {
    let half = NumberFormat.binary16
    #expect(half.round(-1e9) == -.infinity)
    #expect(half.subtract(-65504, 15) == -65504)
    #expect(half.subtract(-65504, 16) == -.infinity)
    #expect(NumberFormat.bfloat16.round(-1e9) == -998_244_352)
  }

  @Test func `39 an entropy with a zero is NaN by the formula`() {
    let logits = [0, 0, -Double.infinity]
    #expect(row(logits, .fused, .binary32).entropy.value.isNaN)
    let right = row(logits, .fused, .binary32) { $0.dropsZeroWeights = true }
    #expect(fixed(right.entropy.value) == "0.693147")
    #expect(fixed(LogitRow(logits).entropy()) == "0.693147")
  }

  @Test func `40 a weight of zero times -inf is NaN by the formula`() {
    let target = LossTarget.distribution([0, 1])
    #expect(row([-.infinity, 0], .fused, .binary32).crossEntropy(target).value.isNaN)
    let right = row([-.infinity, 0], .fused, .binary32) { $0.dropsZeroWeights = true }
    #expect(right.crossEntropy(target).value == 0)
    #expect(LogitRow([-Double.infinity, 0]).crossEntropy(target) == 0)
  }

  @Test func `41 a low temperature overflows unless the shift comes first`() {
    let early = row([20, 10, -100], .shifted, .binary16, temperature: 0.0003)
    #expect(early.scaled.map(\.value) == [.infinity, 33344, -.infinity])
    #expect(early.probability(at: 0).value.isNaN)
    let late = row([20, 10, -100], .shifted, .binary16, temperature: 0.0003) {
      $0.dividesAfterShift = true
    }
    #expect(late.shifted.map(\.value) == [0, -33344, -.infinity])
    #expect(probabilities(late) == [1, 0, 0])
  }

  @Test func `42 binary cross-entropy on probabilities loses the loss`() {
    var settings = EmulationSettings(storage: .binary32)
    func steps(_ form: EmulatedScalar.Form) -> EmulatedScalar {
      .binaryCrossEntropy(20, target: 0, form: form, settings: settings)
    }
    #expect(steps(.plain).steps.first { $0.name.hasPrefix("σ") }?.cell.value == 1)
    #expect(steps(.plain).result.value == .infinity)
    settings.logGuard = .floor(-100)
    #expect(steps(.plain).result.value == 100)
    #expect(steps(.careful).result.value == 20)
    #expect(fixed(binaryCrossEntropyWithLogits(20, target: 0), 9) == "20.000000002")
  }

  @Test func `43 the divergence of p from itself is negative`() {
    let terms = row([1, 2, 3], .shifted, .binary32).klTerms(to: row([1, 2, 3], .fused, .binary32))
    #expect(terms[0].value == 0 && terms[1].value == 0)
    #expect(DecimalText.scientific(terms[2].value, significantDigits: 6) == "-1.98257e-8")
  }

  @Test func `44 a masked first block must not set the running maximum`() {
    let logits: [Double] = [-Double.infinity, -Double.infinity, -200, -201]
    func online(_ start: EmulationSettings.MaskedStart) -> [String] {
      texts(
        row(logits, .online, .binary32) { settings in
          settings.blockLength = 2
          settings.maskedStart = start
        })
    }
    #expect(online(.skips) == ["0.000000", "0.000000", "0.731059", "0.268941"])
    #expect(online(.resetsToZero) == ["nan", "nan", "nan", "nan"])
    #expect(online(.subtractsInfinity) == ["nan", "nan", "nan", "nan"])
    let reset = row(logits, .online, .binary32) {
      $0.blockLength = 2
      $0.maskedStart = .resetsToZero
    }
    #expect(reset.exponentials.map(\.value) == [0, 0, 0, 0] && reset.sum.value == 0)
  }

  /// The places are printed with four or five decimals.
  @Test(arguments: [
    (NumberFormat.binary16, 11.0901, -17.3287), (.bfloat16, 88.7209, -92.8817),
    (.binary32, 88.7228, -103.9721), (.binary64, 709.7827, -745.1332),
  ]) func `exp ends where the lessons say`(format: NumberFormat, top: Double, bottom: Double) {
    #expect(format.exp(top - 1e-4) < .infinity && format.exp(top + 1e-4) == .infinity)
    #expect(format.exp(bottom + 1e-4) > 0 && format.exp(bottom - 1e-4) == 0)
  }
}
