import LogitKernel
import Testing

@Suite struct LogitFunctionTests {
  private static let functions: [LogitFunction] = [
    .sigmoid, .complement, .logSigmoid, .softplus, .binaryLoss(target: 1),
    .binaryGradient(target: 0),
  ]

  @Test(arguments: functions)
  func `in binary64 the careful form is within two ulps of the true value`(
    function: LogitFunction
  ) {
    for x in [-30.0, -2, -0.1, 0, 0.7, 3, 25] {
      let run = function.emulated(
        x, temperature: 1, settings: EmulationSettings(storage: .binary64))
      let truth = function.exact(x, temperature: 1, in: .binary64)
      #expect(ulpError(of: run.result.value, truth: truth, in: .binary64) <= 2, "\(function) \(x)")
    }
  }

  @Test func `naive takes the plain form and loses the tail`() {
    let plain = EmulationSettings(storage: .binary64, algorithm: .naive)
    #expect(
      LogitFunction.sigmoid.emulated(-745, temperature: 1, settings: plain).result.value == 0)
    #expect(LogitFunction.sigmoid.exact(-745, temperature: 1, in: .binary64) > 0)
  }

  @Test func `the temperature divides all but the log-odds`() {
    #expect(
      LogitFunction.softplus.exact(3, temperature: 2, in: .binary64) == softplus(1.5))
    #expect(LogitFunction.logOdds.exact(0.5, temperature: 2, in: .binary64) == 0)
    #expect(
      LogitFunction.complement.exact(2, temperature: 1, in: .binary64) == sigmoid(-2))
  }

  @Test func `a guarded loss is one of probabilities under any algorithm`() {
    var settings = EmulationSettings(storage: .binary32, algorithm: .fused)
    #expect(settings.form(guardsLogarithm: true) == .careful)
    settings.logGuard = .floor(-100)
    #expect(settings.form(guardsLogarithm: true) == .plain)
    #expect(settings.form(guardsLogarithm: false) == .careful)
    let loss = LogitFunction.binaryLoss(target: 0)
    #expect(loss.emulated(20, temperature: 1, settings: settings).result.value == 100)
  }
}
