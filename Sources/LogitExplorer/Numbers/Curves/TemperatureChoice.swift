internal import LogitKernel

/// Which temperatures the lens shows next to the present one, and what a temperature does in words.
enum TemperatureChoice {
  /// The temperatures next to the present one, the one most worth seeing first.
  ///
  /// They are T/2, 2T, T/4 and 4T where these differ. Multiples of 0 and of infinity do not, so there
  /// the ordinary temperatures around 1 stand next to the limit.
  static func companions(of temperature: Double) -> [Double] {
    var chosen: [Double] = []
    for other in candidates(temperature) where other != temperature && !chosen.contains(other) {
      chosen.append(other)
    }
    return chosen
  }

  private static func candidates(_ temperature: Double) -> [Double] {
    if temperature.isNaN { return [] }
    if temperature == 0 { return [1, 0.5, 2, 0.25] }
    if temperature.isInfinite {
      return [1, 4, 2, 0.5].map { temperature < 0 ? -$0 : $0 }
    }
    return [0.5, 2, 0.25, 4].map { temperature * $0 }
  }

  /// What dividing the logits by an ordinary temperature does, in one sentence without a full stop;
  /// of the others a notice says it.
  static func meaning(of temperature: Double) -> String? {
    guard temperature > 0, temperature.isFinite else { return nil }
    if temperature == 1 { return "T = 1 leaves every gap unchanged" }
    let verb = temperature < 1 ? "T < 1 sharpens" : "T > 1 flattens"
    return "\(verb): every gap counts \(factorText(1 / temperature)) times"
  }

  private static func factorText(_ factor: Double) -> String {
    if factor.isInfinite { return "more than 1.7e308" }
    let text = DecimalText.shortest(factor)
    return text.count <= 6 ? text : displayText(factor, digits: 4)
  }
}

extension RowNumbers {
  /// What dividing the logits by an ordinary temperature does, in one sentence without a full stop.
  package var meaningOfTemperature: String? { TemperatureChoice.meaning(of: row.temperature) }
}
