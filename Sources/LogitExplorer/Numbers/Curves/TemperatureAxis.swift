internal import LogitKernel

/// A logarithmic axis of temperatures of one sign, in whole decades.
package struct TemperatureAxis: Equatable, Sendable {
  /// Whether the temperatures on it are below 0; then the axis shows their magnitudes.
  package let isNegative: Bool
  /// The decimal logarithm of the magnitude at the left end.
  package let low: Int
  /// The same at the right end.
  package let high: Int

  /// Two decades to either side of where the logits' spread is one, and as far as the temperature.
  ///
  /// Where T is far below the spread one class has everything, far above it all have the same; what
  /// happens, happens between.
  init(_ row: LogitRow) {
    isNegative = row.temperature < 0
    let facts = row.logits.facts
    let spread = facts.finiteCount == 0 ? 0 : facts.greatest.first + facts.least.first
    let scale = spread == 0 ? 1 : min(spread, .greatestFiniteMagnitude)
    let middle = Int(TemperatureAxis.decade(scale).rounded())
    let size = row.temperature.magnitude
    let isOnAxis = size > 0 && size.isFinite
    let place = isOnAxis ? TemperatureAxis.decade(size) : Double(middle)
    low = max(min(middle - 2, Int((place + 1e-9).rounded(.down))), -324)
    high = min(max(middle + 2, Int((place - 1e-9).rounded(.up))), 308)
  }

  /// Where a temperature lies, 0 at the left end and 1 at the right; 0 and infinity at the ends.
  package func fraction(of temperature: Double) -> Double {
    if temperature == 0 { return 0 }
    if temperature.isInfinite { return 1 }
    let place = TemperatureAxis.decade(temperature.magnitude)
    return min(max((place - Double(low)) / Double(high - low), 0), 1)
  }

  /// The temperature at a fraction of the axis, near enough for a point of a drawing.
  func temperature(at fraction: Double) -> Double {
    let exponent = Double(low) + fraction * Double(high - low)
    let size = min(
      Approximation.exponential(exponent * 2.302585092994046), .greatestFiniteMagnitude)
    return isNegative ? -size : size
  }

  /// log₁₀, near enough for a place on a drawing.
  private static func decade(_ size: Double) -> Double {
    Approximation.naturalLogarithm(size) / 2.302585092994046
  }
}
