/// Every setting that affects the bits of an emulated computation, apart from its input.
public struct EmulationSettings: Hashable, Sendable {
  /// What the online algorithm does as long as it has met nothing but −∞.
  public enum MaskedStart: String, Hashable, Sendable, CaseIterable {
    /// Skips the block.
    case skips
    /// Subtracts the running maximum −∞ all the same: −∞ − −∞ is NaN.
    case subtractsInfinity
    /// Takes 0 for the running maximum, and keeps it (flash-attention#2082).
    case resetsToZero
  }

  /// What becomes of the probabilities of a row in which every class is masked.
  public enum MaskedRow: String, Hashable, Sendable, CaseIterable {
    /// What the arithmetic makes of it, usually NaN.
    case computed
    /// 0 for each class.
    case zeros
    /// 1/n for each class.
    case uniform
  }

  /// The value that replaces a masked class.
  public enum MaskValue: Hashable, Sendable {
    /// −∞ itself.
    case minusInfinity
    /// The least finite value of the storage format.
    case lowestFinite
    /// A number that stands for −∞, such as −10 000, rounded to the format like any other.
    case number(Double)

    /// What is read in place of a masked logit.
    ///
    /// - Complexity: O(1).
    public func value(in format: NumberFormat) -> Double {
      switch self {
      case .minusInfinity: -.infinity
      case .lowestFinite: -format.greatestFinite
      case .number(let value): value
      }
    }
  }

  /// What keeps a logarithm of 0 out of a loss on probabilities.
  public enum LogGuard: Hashable, Sendable {
    /// Nothing: log p.
    case none
    /// log(p + ε).
    case epsilon(Double)
    /// max(log p, floor).
    case floor(Double)
  }

  /// The format in which inputs, intermediate values and results are stored.
  public var storage: NumberFormat
  /// The format in which sums are formed and kept; nil for that of storage.
  public var accumulator: NumberFormat?
  /// The algorithm.
  public var algorithm: Algorithm
  /// The order of additions.
  public var sumOrder: SumOrder = .leftToRight
  /// How many logits the online algorithm takes at a time; less than 1 counts as 1.
  public var blockLength = 1
  /// What the online algorithm does at a masked start.
  public var maskedStart = MaskedStart.skips
  /// What becomes of a row without an unmasked class.
  public var maskedRow = MaskedRow.computed
  /// The value that replaces a masked class, one whose logit is −∞.
  public var maskValue = MaskValue.minusInfinity
  /// Whether a temperature divides after the shift, (x − m) ÷ T, instead of before it.
  public var dividesAfterShift = false
  /// Whether a term of weight 0 is dropped from entropies and losses, as 0·log 0 = 0 asks.
  public var dropsZeroWeights = false
  /// What guards the logarithm in losses on probabilities.
  public var logGuard = LogGuard.none

  /// The accumulator, or else the storage format; saturation and flushing are switches of the
  /// processor, so those of the storage format hold in both.
  var accumulatingFormat: NumberFormat {
    var format = accumulator ?? storage
    format.saturates = storage.saturates
    format.flushesSubnormals = storage.flushesSubnormals
    return format
  }

  /// Settings for a format and an algorithm, everything else as most code has it.
  ///
  /// - Complexity: O(1).
  public init(
    storage: NumberFormat = .binary32, accumulator: NumberFormat? = nil,
    algorithm: Algorithm = .shifted
  ) {
    self.storage = storage
    self.accumulator = accumulator
    self.algorithm = algorithm
  }
}

extension NumberFormat {
  /// The format without flushing: into what a true value is rounded that a flushing processor is
  /// compared with.
  public var keepingSubnormals: NumberFormat {
    var format = self
    format.flushesSubnormals = false
    return format
  }
}
