import LogitKernel
import Testing

@Suite struct ScalarQuantityTests {
  private let quantities: [ScalarQuantity] = [
    .sigmoid(-3), .logSigmoid(4), .softplus(-2), .logit(0.6), .binaryCrossEntropy(2, target: 1),
    .binaryCrossEntropyGradient(2, target: 0),
  ]

  @Test func `the careful form is right or nearly, and the error says how nearly`() {
    for quantity in quantities {
      for format in NumberFormat.all where format.specials == .ieee754 {
        let settings = EmulationSettings(storage: format)
        let value = quantity.emulated(.careful, settings: settings).result.value
        let error = quantity.ulpError(of: value, in: format)
        #expect(error < 12, "\(quantity) in \(format.name): \(error)")
        #expect(quantity.ulpError(of: quantity.exact(in: format), in: format) <= 0.5)
      }
    }
  }

  @Test func `errors of what is not finite are 0 or infinite`() {
    let masked = ScalarQuantity.softplus(.infinity)
    #expect(masked.exact() == .infinity)
    #expect(masked.ulpError(of: .infinity, in: .binary32) == 0)
    #expect(masked.ulpError(of: 5, in: .binary32) == .infinity)
    #expect(ScalarQuantity.sigmoid(0).ulpError(of: .nan, in: .binary32) == .infinity)
  }

  @Test func `an error is counted in units of the format`() {
    let half = ScalarQuantity.sigmoid(0)
    #expect(half.ulpError(of: 0.5 + 0x1p-11, in: .binary16) == 1)
    #expect(half.ulpError(of: 0.5 + 0x1p-11, in: .binary32) == 0x1p13)
  }
}
