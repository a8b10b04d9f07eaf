internal import LogitKernel

/// The sum of two numbers as they are written: 0.1 + 0.2 is 0.3.
///
/// A nudge adds the step to what the screen shows, so the sum is taken of the shortest decimals and
/// rounded once. Ten steps of 0.1 from 0 give 1, and ten back give 0. Where the decimals are too
/// long for that to mean anything, it is the plain sum.
func decimalSum(_ a: Double, _ b: Double) -> Double {
  let sum = a + b
  guard sum.isFinite, let decimals = DecimalPlaces.most(a, b),
    max(a.magnitude, b.magnitude) * DecimalPlaces.powers[decimals] < 0x1p52
  else { return sum }
  // The plain sum is off by less than half a unit of the last decimal, so rounding finds the true one.
  return DecimalPlaces.rounded(sum, to: decimals)
}

/// The product of two numbers as they are written: ten steps of 0.1 are 1, three are 0.3.
struct DecimalProduct {
  let value: Double

  init(_ step: Double, _ steps: Double) {
    let product = step * steps
    // A step on its own.
    guard steps.magnitude != 1 else {
      value = product
      return
    }
    guard let first = DecimalPlaces.count(step), let second = DecimalPlaces.count(steps),
      first + second < DecimalPlaces.powers.count,
      product.magnitude * DecimalPlaces.powers[first + second] < 0x1p52
    else {
      value = product
      return
    }
    value = DecimalPlaces.rounded(product, to: first + second)
  }
}

private enum DecimalPlaces {
  /// 1, 10, 100 … 10¹⁵, all exact.
  static let powers: [Double] = (0..<16).reduce(into: [1]) { list, _ in
    list.append(list[list.count - 1] * 10)
  }

  /// How many decimals the shortest text of a number has, written out in full; `nil` where they are
  /// too many to reckon with.
  static func count(_ value: Double) -> Int? {
    let usable = powers.prefix { value.magnitude * $0 < 0x1p52 }.indices
    // Most numbers have none, and then not with the most decimals either, nor with one less: the most
    // alone may be too many to be rounded rightly.
    func isRight(_ decimals: Int) -> Bool { rounded(value, to: decimals) == value }
    return usable.suffix(2).contains(where: isRight) ? usable.first(where: isRight) : nil
  }

  /// The value nearest to a number of so many decimals, which all but is one.
  ///
  /// Both operands of the division are exact, so that it rounds as reading the decimals does.
  static func rounded(_ value: Double, to decimals: Int) -> Double {
    (value * powers[decimals]).rounded() / powers[decimals] + 0
  }

  static func most(_ a: Double, _ b: Double) -> Int? {
    guard let first = count(a), let second = count(b) else { return nil }
    return max(first, second)
  }
}
