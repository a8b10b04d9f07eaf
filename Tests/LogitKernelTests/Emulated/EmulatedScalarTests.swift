import LogitKernel
import Testing

@Suite struct EmulatedScalarTests {
  private let settings = EmulationSettings(storage: .binary16)
  private let format = NumberFormat.binary16

  @Test func `sigmoid has two forms, which part below 0`() {
    let plain = EmulatedScalar.sigmoid(-12, form: .plain, settings: settings)
    #expect(plain.result.value == 0)
    let careful = EmulatedScalar.sigmoid(-12, form: .careful, settings: settings)
    #expect(careful.result.value == format.exp(-12))
    let right = EmulatedScalar.sigmoid(3, form: .plain, settings: settings)
    #expect(
      right.result == EmulatedScalar.sigmoid(3, form: .careful, settings: settings).result)
  }

  @Test func `softplus and log σ do not overflow in the careful form`() {
    #expect(EmulatedScalar.softplus(20, form: .plain, settings: settings).result.value == .infinity)
    #expect(EmulatedScalar.softplus(20, form: .careful, settings: settings).result.value == 20)
    #expect(
      EmulatedScalar.logSigmoid(-20, form: .plain, settings: settings).result.value == -.infinity)
    #expect(EmulatedScalar.logSigmoid(-20, form: .careful, settings: settings).result.value == -20)
  }

  @Test func `logit near a half is formed from the distance to it`() {
    let p = 0.5 + 0x1p-11
    let careful = EmulatedScalar.logit(p, form: .careful, settings: settings)
    #expect(careful.steps.map(\.name).contains("2p - 1"))
    #expect(EmulatedScalar.logit(0, form: .careful, settings: settings).result.value == -.infinity)
    #expect(EmulatedScalar.logit(1, form: .plain, settings: settings).result.value == .infinity)
    #expect(EmulatedScalar.logit(2, form: .careful, settings: settings).result.value.isNaN)
  }

  @Test func `the gradient for a sure yes survives in the careful form`() {
    func gradient(_ form: EmulatedScalar.Form) -> Double {
      EmulatedScalar.binaryCrossEntropyGradient(10, target: 1, form: form, settings: settings)
        .result.value
    }
    #expect(gradient(.plain) == 0)
    #expect(gradient(.careful) == -format.exp(-10))
  }

  @Test func `the temperature divides the logit, and the slope again`() {
    let run = EmulatedScalar.binaryCrossEntropyGradient(
      2, target: 0, temperature: 4, form: .careful, settings: settings)
    #expect(run.steps.map(\.name).prefix(2) == ["x", "z = x ÷ T"])
    #expect(run.steps.last?.name == "slope ÷ T")
    let slope = EmulatedScalar.sigmoid(0.5, form: .careful, settings: settings).result.value
    #expect(run.result.value == format.divide(slope, 4))
  }

  @Test func `a loss on probabilities obeys the guard and the rule for weights of 0`() {
    var settings = settings
    func loss(_ z: Double, _ y: Double) -> Double {
      EmulatedScalar.binaryCrossEntropy(z, target: y, form: .plain, settings: settings).result.value
    }
    #expect(loss(20, 1).isNaN)
    settings.dropsZeroWeights = true
    #expect(loss(20, 1) == 0)
    settings.logGuard = .floor(-100)
    #expect(loss(20, 0) == 100)
    settings.logGuard = .epsilon(1e-3)
    #expect(loss(20, 0) == -format.log(format.round(1e-3)))
  }

  @Test func `infinities and NaN go through the arithmetic`() {
    for form in EmulatedScalar.Form.allCases {
      #expect(EmulatedScalar.sigmoid(.infinity, form: form, settings: settings).result.value == 1)
      #expect(EmulatedScalar.sigmoid(-.infinity, form: form, settings: settings).result.value == 0)
      #expect(EmulatedScalar.sigmoid(.nan, form: form, settings: settings).result.value.isNaN)
      let masked = EmulatedScalar.binaryCrossEntropy(
        -.infinity, target: 0, form: form, settings: settings)
      #expect(masked.result.value.isNaN)
    }
  }
}
