internal import LogitLanes
internal import RealModule

/// A row that a vector kernel works on: its greatest logit, then its sums, then its results.
struct VectorRow<E: VectorElement> {
  let kernel: VectorKernel
  let logits: UnsafePointer<E>
  let count: Int
  let run: BlockRunner
  /// How logits become exponents; its greatest logit is −∞ for an empty row.
  let scaling: RowScaling
  /// Σ e, if it came with the greatest logit, and whether e was stored.
  private let surveyed: (sums: LaneSums, isStored: Bool)?

  /// A row; its summands are stored where asked to, if they are known with its greatest logit.
  init(
    _ kernel: VectorKernel, _ logits: UnsafePointer<E>, _ count: Int,
    _ inverse: InverseTemperature, _ run: BlockRunner,
    summands: UnsafeMutablePointer<Double>? = nil
  ) {
    self.kernel = kernel
    self.logits = logits
    self.count = count
    self.run = run
    let isSurveyed = E.self == Float.self && inverse.value == 1
    let survey = VectorKernel.overBlocks(
      count, run, start: LaneSurvey(),
      { start, length in
        isSurveyed
          ? kernel.survey(logits + start, length, into: summands.map { $0 + start })
          : LaneSurvey(extremes: kernel.extremes(logits + start, length), hasSums: false)
      }, join: { $0.add($1) })
    if survey.isTame {
      scaling = RowScaling(tame: survey.extremes)
      surveyed = (survey.sums, summands != nil)
    } else {
      scaling = RowScaling(
        greatest: survey.extremes.greatest, inverse: inverse.value, inverseTail: inverse.tail,
        ofBinary32: E.self == Float.self)
      surveyed = nil
    }
  }

  var greatest: Double { scaling.greatest }

  /// Σ e, with e stored or the greatest logits left out where asked.
  func sums(
    into summands: UnsafeMutablePointer<Double>? = nil, withoutMaxima: Bool = false
  )
    -> LaneSums
  {
    if let surveyed, !withoutMaxima, summands == nil || surveyed.isStored { return surveyed.sums }
    return VectorKernel.overBlocks(
      count, run, start: LaneSums(),
      { start, length in
        kernel.exponentials(
          logits + start, length, scaling, into: summands.map { $0 + start },
          withoutMaxima: withoutMaxima)
      }, join: { $0.add($1) })
  }

  /// e of one logit.
  func summand(of index: Int) -> LaneSums {
    kernel.exponentials(logits + index, 1, scaling, into: nil, withoutMaxima: false)
  }

  /// 1/Σ e times a weight, and what it lacks.
  func factor(of sums: LaneSums, weight: Double = 1) -> (value: Double, tail: Double) {
    let value = weight / sums.sum
    let rest = (-value).fused(times: sums.sum, plus: weight) - value * sums.sumTail
    return (value, rest / sums.sum)
  }

  /// ln Σ e^((x − max x)/T), at least 0, with its full relative accuracy; NaN for a NaN in the row.
  ///
  /// Where one logit holds most, the sum without it says how much is missing; that takes a second
  /// pass, which few rows need.
  func logarithm() -> Double {
    let summit = kernel.summit(E.self, scaling)
    let all = sums()
    let ratio = all.sum / summit.sum
    if E.self == Float.self, !(ratio < 1.25) { return Double.log(ratio) }
    if E.self == Double.self, !(ratio < 2) {
      return Double.log(ratio) + remainder(all, summit, ratio) / ratio
    }
    let rest = sums(withoutMaxima: true)
    let others = Double(rest.maxima - 1) + quotient(rest, summit)
    return others.isNaN ? .nan : Double.log(onePlus: others)
  }

  /// A sum over another one.
  func quotient(_ a: LaneSums, _ b: LaneSums) -> Double {
    let value = a.sum / b.sum
    return value + remainder(a, b, value)
  }

  /// What a rounded quotient of two sums lacks.
  private func remainder(_ a: LaneSums, _ b: LaneSums, _ quotient: Double) -> Double {
    let rest = (-quotient).fused(times: b.sum, plus: a.sum) + (a.sumTail - quotient * b.sumTail)
    return rest / b.sum
  }

  /// How far a logit is below the greatest, over T.
  func depth(of index: Int) -> Double {
    let difference = Double(logits[index]) - greatest
    guard difference.isFinite else { return -difference }
    return -difference.fused(times: scaling.inverse, plus: difference * scaling.inverseTail)
  }
}

extension VectorRow {
  /// A row that the usual sums say nothing about.
  enum Special {
    /// Every result is NaN.
    case undefined
    /// Of one class alone, or with one logit +∞: all probability is there.
    case certain(index: Int)
    /// Several logits are +∞: their probability is NaN, that of the others 0.
    case contested
  }

  /// What is special about a row whose greatest logit is infinite.
  func special() -> Special? {
    guard !greatest.isFinite else { return nil }
    var (infinite, first) = (0, 0)
    for index in 0..<count {
      if logits[index].isNaN { return .undefined }
      if Double(logits[index]) == greatest {
        if infinite == 0 { first = index }
        infinite += 1
      }
    }
    if greatest > 0 { return infinite == 1 ? .certain(index: first) : .contested }
    return count == 1 ? .certain(index: 0) : .undefined
  }

  /// Fills in the results of a special row.
  func fill(
    _ results: UnsafeMutablePointer<E>, for special: Special, certain: E, impossible: E
  ) {
    let top = E(greatest)
    for index in 0..<count {
      switch special {
      case .undefined: results[index] = .nan
      case .certain(let only): results[index] = index == only ? certain : impossible
      case .contested: results[index] = logits[index] == top ? .nan : impossible
      }
    }
  }
}
