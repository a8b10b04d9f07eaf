package import LogitKernel

/// What the Numerics lens shows besides the stages, and where the user is in it.
package struct NumericsDisplay: Hashable, Sendable {
  package internal(set) var part = NumericsPart.steps
  package internal(set) var result = Quantity.Kind.logProbability
  package internal(set) var sweep = NumericsSweep.offset
  /// The bit under the cursor, counted from the last of the significand.
  package internal(set) var bit = 0
  /// The block of the online algorithm that is looked at.
  package internal(set) var block = 0
  /// What of it is on the screen; the view says so, and nothing else is computed.
  package internal(set) var shownParts: Set<NumericsPart> = []
}

/// A part of the Numerics lens: one list, the panel's tabs are made from it.
package enum NumericsPart: String, CaseIterable, Hashable, Sendable {
  case steps, formats, bits, sweep, online, masks

  /// What it shows, for its row.
  var meaning: String {
    switch self {
    case .steps: "the selected result step by step"
    case .formats: "one result in every format by every algorithm"
    case .bits: "the selected logit as the format stores it"
    case .sweep: "the error as all logits are shifted or scaled"
    case .online: "the online algorithm block by block"
    case .masks: "what becomes of masked classes"
    }
  }

  /// The name on its tab.
  package var title: String {
    switch self {
    case .steps: "Steps"
    case .formats: "Formats"
    case .bits: "Bits"
    case .sweep: "Sweep"
    case .online: "Online"
    case .masks: "Masks"
    }
  }
}

/// What a sweep changes in all logits.
package enum NumericsSweep: String, CaseIterable, Hashable, Sendable {
  /// A constant is added.
  case offset
  /// All are multiplied.
  case scale
  case temperature

  /// For its row.
  var meaning: String {
    switch self {
    case .offset: "a constant added to all logits"
    case .scale: "all logits multiplied by a factor"
    case .temperature: "the temperature that divides them"
    }
  }
}

extension NumericsPart {
  /// The commands that belong to it, for the hint line.
  var commands: [String] {
    switch self {
    case .steps, .masks: []
    case .formats: ["result"]
    case .bits: ["step-forward", "flip"]
    case .sweep: ["sweep", "result"]
    case .online: ["step-forward"]
    }
  }
}
