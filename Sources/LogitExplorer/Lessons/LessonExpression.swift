package import LogitKernel

/// A number that a lesson names: a quantity of the present state, or arithmetic on such.
package indirect enum LessonExpression: Equatable, Sendable {
  case number(LessonNumber)
  case quantity(LessonQuantity, ClassName?)
  case negated(LessonExpression)
  case operation(Character, LessonExpression, LessonExpression)
  case function(LessonFunction, LessonExpression)
}

/// A number as it is written, whose digits say how precisely it is meant.
package struct LessonNumber: Equatable, Sendable {
  package var value: Double
  /// Digits after the point; nil for a whole number and for what is no decimal number.
  package var fractionDigits: Int?
  /// Digits of a number with an exponent; nil for others.
  package var significantDigits: Int?

  package static func == (a: LessonNumber, b: LessonNumber) -> Bool {
    haveSameBits([a.value], [b.value]) && a.fractionDigits == b.fractionDigits
      && a.significantDigits == b.significantDigits
  }
}

/// What can be asked of the state, by a word.
package enum LessonQuantity: Equatable, Sendable {
  /// The logit, masked or not.
  case logit
  /// The logit over the temperature.
  case scaledLogit
  /// 1 for the greatest probability; equal ones share the better rank.
  case rank
  case temperature
  /// How many classes there are.
  case count
  /// The entropy of the target, which no logits can remove from the loss.
  case floor
  /// The loss above its floor: KL of the target from p.
  case excess
  /// 1 where the computation goes wrong, else 0.
  case fault
  case kind(Quantity.Kind, Source)

  /// Where a number comes from.
  package enum Source: String, CaseIterable, Sendable {
    /// The true value.
    case exact
    /// What the algorithm computes in the number format.
    case emulated
    /// How far that is from the truth, in ulps of the format.
    case ulps
  }

  /// Whether it is of one class.
  package var isOfClass: Bool {
    switch self {
    case .logit, .scaledLogit, .rank: true
    case .temperature, .count, .floor, .excess, .fault: false
    case .kind(let kind, _): kind.scope != .row
    }
  }
}

/// A function that an expression may call.
package enum LessonFunction: String, CaseIterable, Sendable {
  case ln, exp, sqrt, abs
}

/// Comparisons that must all hold.
package struct LessonCondition: Equatable, Sendable {
  package var comparisons: [LessonComparison]
  /// As it is written.
  package var text: String
}

/// Two numbers compared.
package struct LessonComparison: Equatable, Sendable {
  package enum Relation: String, CaseIterable, Sendable {
    // The longer ones first: they are looked for in this order.
    case atMost = "<="
    case atLeast = ">="
    case different = "!="
    case less = "<"
    case greater = ">"
    /// At the digits that are written on the right.
    case equal = "="
  }

  package var left: LessonExpression
  package var relation: Relation
  package var right: LessonExpression
}

extension LessonQuantity {
  /// The words of lessons; after `emulated.` and `ulps.` only those of kinds.
  package static let words: [String: LessonQuantity] = {
    var words: [String: LessonQuantity] = [
      "logit": .logit, "z": .scaledLogit, "rank": .rank, "T": .temperature, "count": .count,
      "floor": .floor, "kl": .excess, "fault": .fault,
    ]
    for (word, kind) in kinds { words[word] = .kind(kind, .exact) }
    for source in [Source.emulated, .ulps] {
      for (word, kind) in kinds { words["\(source.rawValue).\(word)"] = .kind(kind, source) }
    }
    return words
  }()

  /// A kind's word with underscores, and what people call some of them besides.
  private static let kinds: [(String, Quantity.Kind)] =
    Quantity.Kind.allCases.filter { $0 != .logit && $0 != .divergence }.map {
      ($0.rawValue.replacing("-", with: "_"), $0)
    } + [("log_sum_exp", .logSumExp), ("sum_p", .sumOfProbabilities)]
}
