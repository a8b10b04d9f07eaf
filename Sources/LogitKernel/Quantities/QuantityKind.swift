extension Quantity {
  /// What can be asked of a row, without its operands: the one list of names.
  ///
  /// The raw value is the word by which a person asks for it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case probability = "p"
    case logProbability = "log-p"
    case odds
    case logOdds = "log-odds"
    case complement
    case logSumExp = "logsumexp"
    case entropy
    case entropyInBits = "entropy-bits"
    case perplexity
    case sumOfProbabilities = "sum"
    case margin
    case marginGradient = "margin-gradient"
    case probabilityGap = "gap"
    case probabilityGapGradient = "gap-gradient"
    case crossEntropy = "loss"
    case crossEntropyGradient = "gradient"
    case brierScore = "brier"
    case brierGradient = "brier-gradient"
    case divergence = "kl"
    case sigmoid
    case sigmoidComplement = "sigmoid-complement"
    case logSigmoid = "log-sigmoid"
    case softplus
    /// The log-odds of a logit taken for a probability.
    case logit
    case binaryLoss = "binary-loss"
    case binaryGradient = "binary-gradient"
  }

  /// What a quantity is a number of.
  public enum Scope: Sendable { case row, `class`, logit }

  /// What a quantity needs besides the row and a class in it: a target, the weight of one class's
  /// yes, or a second row.
  public enum Operand: Sendable { case nothing, target, weight, otherRow }
}

extension Quantity.Kind {
  /// The name of the function in requests of programs, as libraries call it.
  public var function: String { facts.function }

  /// How it is written, without its class.
  public var symbol: String { facts.symbol }

  /// Whether it belongs to the whole row, to one class in it, or to one logit on its own.
  public var scope: Quantity.Scope { facts.scope }

  /// What it needs besides the row and a class in it.
  public var operand: Quantity.Operand { facts.operand }

  /// Whether it is counted in nats; all others are pure numbers.
  public var isInNats: Bool { facts.isInNats }

  private struct Facts {
    let function: String
    let symbol: String
    let scope: Quantity.Scope
    let operand: Quantity.Operand
    let isInNats: Bool

    init(
      _ function: String, _ symbol: String, _ scope: Quantity.Scope,
      needs operand: Quantity.Operand = .nothing, inNats: Bool = false
    ) {
      (self.function, self.symbol, self.scope) = (function, symbol, scope)
      (self.operand, isInNats) = (operand, inNats)
    }
  }

  private var facts: Facts {
    switch self {
    case .probability: Facts("softmax", "p", .class)
    case .logProbability: Facts("log_softmax", "log p", .class, inNats: true)
    case .odds: Facts("odds", "odds", .class)
    case .logOdds: Facts("log_odds", "log-odds", .class, inNats: true)
    case .complement: Facts("complement", "1 − p", .class)
    case .logSumExp: Facts("logsumexp", "logΣexp", .row, inNats: true)
    case .entropy: Facts("entropy", "H", .row, inNats: true)
    case .entropyInBits: Facts("entropy_bits", "H bits", .row)
    case .perplexity: Facts("perplexity", "e^H", .row)
    case .sumOfProbabilities: Facts("sum", "Σp", .row)
    case .margin: Facts("margin", "margin", .row, inNats: true)
    case .marginGradient: Facts("margin_grad", "margin′", .class)
    case .probabilityGap: Facts("top_two_gap", "p gap", .row)
    case .probabilityGapGradient: Facts("top_two_gap_grad", "p gap′", .class)
    case .crossEntropy: Facts("cross_entropy", "loss", .row, needs: .target, inNats: true)
    case .crossEntropyGradient: Facts("cross_entropy_grad", "gradient", .class, needs: .target)
    case .brierScore: Facts("brier", "Brier", .row, needs: .target)
    case .brierGradient: Facts("brier_grad", "Brier′", .class, needs: .target)
    case .divergence: Facts("kl", "KL(p‖q)", .row, needs: .otherRow, inNats: true)
    case .sigmoid: Facts("sigmoid", "σ", .logit)
    case .sigmoidComplement: Facts("sigmoid_complement", "1−σ", .logit)
    case .logSigmoid: Facts("log_sigmoid", "log σ", .logit, inNats: true)
    case .softplus: Facts("softplus", "softplus", .logit, inNats: true)
    case .logit: Facts("logit", "logit", .logit, inNats: true)
    case .binaryLoss: Facts("bce_with_logits", "BCE", .logit, needs: .weight, inNats: true)
    case .binaryGradient: Facts("bce_with_logits_grad", "BCE′", .logit, needs: .weight)
    }
  }
}

extension Quantity {
  /// The quantity of a kind: of one class, if it is of one; `nil` where its operand is missing.
  ///
  /// - Complexity: O(1).
  public init?(
    _ kind: Kind, at index: Int, target: LossTarget? = nil, weight: Double? = nil,
    other: LogitRow? = nil
  ) {
    let quantity: Quantity? =
      switch kind {
      case .probability: .probability(index)
      case .logProbability: .logProbability(index)
      case .odds: .odds(index)
      case .logOdds: .logOdds(index)
      case .complement: .complement(index)
      case .logSumExp: .logSumExp
      case .entropy: .entropy
      case .entropyInBits: .entropyInBits
      case .perplexity: .perplexity
      case .sumOfProbabilities: .sumOfProbabilities
      case .margin: .margin
      case .marginGradient: .marginGradient(index)
      case .probabilityGap: .probabilityGap
      case .probabilityGapGradient: .probabilityGapGradient(index)
      case .crossEntropy: target.map { .crossEntropy($0) }
      case .crossEntropyGradient: target.map { .crossEntropyGradient($0, index) }
      case .brierScore: target.map { .brierScore($0) }
      case .brierGradient: target.map { .brierGradient($0, index) }
      case .divergence: other.map { .divergence($0) }
      case .sigmoid: .logit(.sigmoid, index)
      case .sigmoidComplement: .logit(.complement, index)
      case .logSigmoid: .logit(.logSigmoid, index)
      case .softplus: .logit(.softplus, index)
      case .logit: .logit(.logOdds, index)
      case .binaryLoss: weight.map { .logit(.binaryLoss(target: $0), index) }
      case .binaryGradient: weight.map { .logit(.binaryGradient(target: $0), index) }
      }
    guard let quantity else { return nil }
    self = quantity
  }

  /// What it is without its operands.
  public var kind: Kind {
    switch self {
    case .probability: .probability
    case .logProbability: .logProbability
    case .odds: .odds
    case .logOdds: .logOdds
    case .complement: .complement
    case .logSumExp: .logSumExp
    case .entropy: .entropy
    case .entropyInBits: .entropyInBits
    case .perplexity: .perplexity
    case .sumOfProbabilities: .sumOfProbabilities
    case .margin: .margin
    case .marginGradient: .marginGradient
    case .probabilityGap: .probabilityGap
    case .probabilityGapGradient: .probabilityGapGradient
    case .crossEntropy: .crossEntropy
    case .crossEntropyGradient: .crossEntropyGradient
    case .brierScore: .brierScore
    case .brierGradient: .brierGradient
    case .divergence, .selfDivergence: .divergence
    case .logit(let function, _): function.kind
    }
  }
}

extension LogitFunction {
  /// What it is without its target.
  public var kind: Quantity.Kind {
    switch self {
    case .sigmoid: .sigmoid
    case .complement: .sigmoidComplement
    case .logSigmoid: .logSigmoid
    case .softplus: .softplus
    case .logOdds: .logit
    case .binaryLoss: .binaryLoss
    case .binaryGradient: .binaryGradient
    }
  }
}
