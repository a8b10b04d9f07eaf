/// The series that the keys for steps and temperatures walk along.
enum StepSeries {
  /// The step of an arrow key: 1, 2, 5, 10 … up and down, between 1e-12 and 1e12.
  static func logitStep(after step: Double, by places: Int) -> Double {
    move(step, by: places, along: logitSteps)
  }

  /// The temperature after some presses of `<` or `>`: preferred numbers, ten to the decade, which
  /// meet ¼, ½, 1, 2 and 4.
  ///
  /// Beyond 0.0001 lies 0 and beyond 10 000 infinity. A negative temperature keeps its sign.
  static func temperature(after temperature: Double, up: Bool) -> Double {
    guard !temperature.isNaN else { return 1 }
    let magnitude = move(temperature.magnitude, by: up ? 1 : -1, along: temperatures)
    return temperature.sign == .minus && temperature != 0 ? -magnitude : magnitude
  }

  private static func move(_ value: Double, by places: Int, along series: [Double]) -> Double {
    guard places != 0 else { return value }
    let below = series.lastIndex { places > 0 ? $0 <= value : $0 < value } ?? -1
    let index = places > 0 ? below.advanced(clamping: places) : below.advanced(clamping: places + 1)
    return series[max(0, min(index, series.count - 1))]
  }

  private static let logitSteps: [Double] = (-12...12).flatMap { exponent in
    [1, 2, 5].map { decimal($0, exponent) }
  }

  /// R10 of ISO 3, rounded as usual, one to ten: the ratio is about the tenth root of 10.
  private static let temperatures: [Double] =
    [0]
    + (-4..<4).flatMap { exponent in
      [100, 125, 160, 200, 250, 320, 400, 500, 630, 800].map { decimal($0, exponent - 2) }
    } + [1e4, .infinity]

  /// The Double nearest to `significand`·10^`exponent`: one rounding, of an exact quotient or product.
  private static func decimal(_ significand: Double, _ exponent: Int) -> Double {
    let power = (0..<abs(exponent)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? significand / power : significand * power
  }
}
