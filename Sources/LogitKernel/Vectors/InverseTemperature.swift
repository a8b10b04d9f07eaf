/// 1/T and what it lacks.
struct InverseTemperature {
  let value: Double
  let tail: Double

  init(ofTemperature temperature: Double) {
    precondition(
      0x1p-1000 <= temperature && temperature <= 0x1p1000,
      "a temperature of vector kernels lies between 2^-1000 and 2^1000")
    value = 1 / temperature
    tail = temperature == 1 ? 0 : (-value).fused(times: temperature, plus: 1) / temperature
  }

  init(_ value: Double) {
    precondition(
      value >= 0 && value <= 0x1p1000, "an inverse temperature lies between 0 and 2^1000")
    (self.value, tail) = (value, 0)
  }
}

extension Double {
  /// self·factor + summand, rounded once.
  func fused(times factor: Double, plus summand: Double) -> Double {
    summand.addingProduct(self, factor)
  }
}
