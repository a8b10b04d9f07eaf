extension EmulatedRow {
  /// The entropy Σ −p·log p, term by term, in nats.
  ///
  /// The sign belongs to the terms, so that the sum of none, and of one certain class, is +0. By the
  /// bare formula a class of p = 0 gives 0 · −∞ = NaN; `dropsZeroWeights` leaves it out.
  ///
  /// - Complexity: O(*n*).
  public var entropy: TraceCell {
    shared.entropy.value(for: true) {
      sumOfProducts(
        logits.indices.wanted("forming the entropy").map {
          (probability(at: $0).value, -logProbability(at: $0).value)
        })
    }
  }

  /// The cross-entropy −Σ q·log p of a target, in nats.
  ///
  /// One class with all the weight is −log p of that class, without a sum. With a guard, the
  /// logarithm is that of the probability. Label smoothing is q = (1 − ε)·q + ε ÷ n, each operation
  /// rounded.
  ///
  /// - Precondition: As for ``LogitRow/crossEntropy(_:in:)``.
  /// - Complexity: O(*n*).
  public func crossEntropy(_ target: LossTarget) -> TraceCell {
    if case .index(let index) = target.weights, target.labelSmoothing == 0 {
      return -guardedLogProbability(at: index)
    }
    return shared.crossEntropy.value(for: target) {
      let weight = emulatedWeight(of: target)
      return -sumOfProducts(
        logits.indices.wanted("forming the loss").map {
          (weight($0), guardedLogProbability(at: $0).value)
        })
    }
  }

  /// The gradient of the cross-entropy with respect to a logit, (p·Σq − q) ÷ T.
  ///
  /// For one class with all the weight that is p − 1 or p; the division is skipped at T = 1.
  ///
  /// - Precondition: As for ``LogitRow/crossEntropyGradient(_:at:in:)``.
  /// - Complexity: O(1), after O(*n*) once for a target of weights.
  public func crossEntropyGradient(_ target: LossTarget, at index: Int) -> TraceCell {
    let weight = emulatedWeight(of: target)
    var share = probability(at: index).value
    if case .distribution = target.weights {
      let sum = shared.weightSum.value(for: target) {
        adder.sum(
          logits.indices.wanted("adding up the target").map(weight), in: settings.sumOrder
        ).total.value
      }
      share = machine.multiply(share, sum).value
    }
    let slope = machine.subtract(share, weight(index), watching: true)
    return temperature == 1 ? slope : divided(slope)
  }

  /// The divergence Σ p·(log p − log q) of another row's probabilities q, term by term, in nats.
  ///
  /// log p is as this row's algorithm forms it, and log q as the other's does. With one algorithm for
  /// both, a row diverges from itself by 0 exactly; with log(p) of the quotient against the fused
  /// log q, which is what libraries compute that are given probabilities and log-probabilities, it
  /// does not. By the bare formula a class of p = 0 can give NaN; `dropsZeroWeights` leaves it out.
  ///
  /// - Precondition: Both rows have the same number of classes.
  /// - Complexity: O(*n*).
  public func klDivergence(to other: EmulatedRow) -> TraceCell {
    let terms = klTerms(to: other).map(\.value)
    return adder.sum(terms, in: settings.sumOrder).total
  }

  /// The terms of ``klDivergence(to:)``.
  ///
  /// - Complexity: O(*n*).
  public func klTerms(to other: EmulatedRow) -> [TraceCell] {
    precondition(count == other.count, "\(count) classes and \(other.count)")
    return logits.indices.wantedMap("forming the divergence", rest: .exact(0)) { index in
      let share = probability(at: index).value
      if share == 0 && settings.dropsZeroWeights { return .exact(0) }
      let difference = machine.subtract(
        logProbability(at: index).value, other.logProbability(at: index).value, watching: true)
      return machine.multiply(share, difference.value)
    }
  }

  /// log p with the guard of the settings.
  private func guardedLogProbability(at index: Int) -> TraceCell {
    settings.logGuard == .none
      ? logProbability(at: index)
      : machine.log(probability(at: index).value, guardedBy: settings.logGuard)
  }

  /// The weights of a target, each formed in the format when it is asked for.
  func emulatedWeight(of target: LossTarget) -> (Int) -> Double {
    target.checkCount(count)
    let machine = self.machine
    guard target.labelSmoothing != 0 else { return { machine.input(target.plainWeight($0)).value } }
    let smoothing = machine.input(target.labelSmoothing).value
    let kept = machine.subtract(1, smoothing).value
    let share = machine.divide(smoothing, machine.input(Double(count)).value).value
    return { index in
      let plain = machine.input(target.plainWeight(index)).value
      return machine.add(machine.multiply(kept, plain).value, share).value
    }
  }

  private func sumOfProducts(_ pairs: [(weight: Double, value: Double)]) -> TraceCell {
    let kept = settings.dropsZeroWeights ? pairs.filter { $0.weight != 0 } : pairs
    let terms = kept.wanted("forming the products").map {
      machine.multiply($0.weight, $0.value).value
    }
    return adder.sum(terms, in: settings.sumOrder).total
  }
}

extension TraceCell {
  /// The same value with the other sign, which is exact.
  static prefix func - (cell: TraceCell) -> TraceCell {
    TraceCell(-cell.value, cell.event, cell.operation)
  }
}

extension Machine {
  /// A logarithm of a probability with a guard against log 0.
  func log(_ probability: Double, guardedBy guarding: EmulationSettings.LogGuard) -> TraceCell {
    switch guarding {
    case .none: return log(probability)
    case .epsilon(let epsilon): return log(add(probability, input(epsilon).value).value)
    case .floor(let floor):
      let cell = log(probability)
      let floor = input(floor).value
      return cell.value < floor ? .exact(floor) : cell
    }
  }
}
