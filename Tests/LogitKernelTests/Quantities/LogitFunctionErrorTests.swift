import LogitKernel
import Testing

@Suite struct LogitFunctionErrorTests {
  private let cases: [(LogitFunction, Double)] = [
    (.sigmoid, -3), (.complement, 2), (.logSigmoid, 4), (.softplus, -2), (.logOdds, 0.6),
    (.binaryLoss(target: 1), 2), (.binaryGradient(target: 0), 2),
  ]

  @Test func `the careful form is right or nearly, and the error says how nearly`() {
    for (function, x) in cases {
      for format in NumberFormat.all where format.specials == .ieee754 {
        let settings = EmulationSettings(storage: format)
        let value = function.emulated(x, form: .careful, settings: settings).result.value
        let error = function.ulpError(of: value, at: x, in: format)
        #expect(error < 12, "\(function) in \(format.name): \(error)")
        let exact = function.exact(x, in: format)
        #expect(function.ulpError(of: exact, at: x, in: format) <= 0.5)
      }
    }
  }

  @Test func `errors of what is not finite are 0 or infinite`() {
    let masked = LogitFunction.softplus
    #expect(masked.exact(.infinity) == .infinity)
    #expect(masked.ulpError(of: .infinity, at: .infinity, in: .binary32) == 0)
    #expect(masked.ulpError(of: 5, at: .infinity, in: .binary32) == .infinity)
    #expect(LogitFunction.sigmoid.ulpError(of: .nan, at: 0, in: .binary32) == .infinity)
  }

  @Test func `an error is counted in units of the format`() {
    let half = LogitFunction.sigmoid
    #expect(half.ulpError(of: 0.5 + 0x1p-11, at: 0, in: .binary16) == 1)
    #expect(half.ulpError(of: 0.5 + 0x1p-11, at: 0, in: .binary32) == 0x1p13)
  }
}
