import LogitKernel

/// Round numbers for axes: 1, 2, 2.5 or 5 times a power of ten.
package enum NiceNumber {
  /// 10^k, correctly rounded; 0 or infinite beyond the range of a Double.
  package static func power(_ exponent: Int) -> Double {
    switch exponent {
    case 0...22: exactPowers[exponent]
    case -22..<0: 1 / exactPowers[-exponent]
    case ..<(-330): 0
    case 309...: .infinity
    default: Double("1e\(exponent)") ?? .nan
    }
  }

  /// The k of the greatest 10^k that is not above `value`.
  ///
  /// - Precondition: `value` is positive and finite.
  package static func exponent(of value: Double) -> Int {
    var exponent = Int((Double(value.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    while power(exponent + 1) <= value { exponent += 1 }
    while exponent > -324, power(exponent) > value { exponent -= 1 }
    return exponent
  }

  /// The least nice number that is not below `value`; 1 for what is not positive and finite.
  package static func atLeast(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let exponent = exponent(of: value)
    for (factor, shift) in [(1.0, 0), (2, 0), (25, -1), (5, 0), (10, 0)] {
      let nice = parsed(factor, exponent + shift)
      if nice >= value { return min(nice, .greatestFiniteMagnitude) }
    }
    return value
  }

  /// The end of a scale for sizes up to `value`, with room above it: 1, 2, 3 or 5 times 10^k.
  ///
  /// A tenth of the value stays free, so that a nudge of a round number leaves the scale alone: 2.0
  /// and 2.1 have the same. 1 for what is not positive and finite.
  package static func limit(holding value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let needed = value * 1.1
    guard needed.isFinite else { return .greatestFiniteMagnitude }
    let exponent = exponent(of: needed)
    let limits = [1.0, 2, 3, 5, 10].lazy.map { parsed($0, exponent) }
    return min(limits.first { $0 >= needed } ?? needed, .greatestFiniteMagnitude)
  }

  /// Ticks at whole multiples of a nice step within `range`, at most `most` of them.
  package static func ticks(in range: ClosedRange<Double>, atMost most: Int) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard most > 0, high > low, (high - low).isFinite, low.isFinite else { return [] }
    var step = atLeast((high - low) / Double(most + 1))
    while count(low, high, step) > most { step = atLeast(step * 1.01) }
    let first = (low / step).rounded(.up)
    return (0..<max(0, count(low, high, step))).map { (first + Double($0)) * step }
  }

  /// A tick's text: as short as it can be without the noise of the last bit, in six digits without
  /// zeros that say nothing.
  package static func label(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    guard value.isFinite else { return DecimalText.shortest(value) }
    // Most ticks are a few digits of which four are decimals at most.
    let units = (value * 10_000).rounded()
    if value.magnitude >= 0.001, units.magnitude < 1e6,
      (value - units / 10_000).magnitude < value.magnitude * 1e-12
    {
      return DecimalText.shortest(units / 10_000)
    }
    let parts = DecimalText.significant(value, digits: 6).split(separator: "e", maxSplits: 1)
    guard var digits = parts.first else { return "" }
    while digits.contains("."), let last = digits.last, last == "0" || last == "." {
      digits.removeLast()
      if last == "." { break }
    }
    return parts.count == 2 ? "\(digits)e\(parts[1])" : String(digits)
  }

  /// The label of 10^k.
  package static func label(ofPower exponent: Int) -> String {
    let known = usualPowers.indices.contains(exponent - leastPower)
    return known ? usualPowers[exponent - leastPower] : label(power(exponent))
  }

  private static let leastPower = -40
  /// Those of logarithmic axes, which have many.
  private static let usualPowers = (leastPower...20).map { label(power($0)) }

  private static func count(_ low: Double, _ high: Double, _ step: Double) -> Int {
    let slack = 1e-9
    let count = (high / step + slack).rounded(.down) - (low / step - slack).rounded(.up) + 1
    return count < 1000 ? Int(count) : 1000
  }

  private static func parsed(_ factor: Double, _ exponent: Int) -> Double {
    // Exact numbers, so that the one rounding is of the result.
    if (-22...22).contains(exponent) {
      let power = exactPowers[abs(exponent)]
      return exponent < 0 ? factor / power : factor * power
    }
    return Double("\(Int(factor))e\(exponent)") ?? .infinity
  }

  /// 10^k for k from 0 to 22, the last that is exact.
  private static let exactPowers: [Double] = (0..<22).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }
}
