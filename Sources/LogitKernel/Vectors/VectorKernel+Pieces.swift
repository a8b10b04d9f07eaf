internal import LogitLanes

/// The kernels below, for whichever of the two types of number.
extension VectorKernel {
  private func floats<E>(_ pointer: UnsafePointer<E>) -> UnsafePointer<Float> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: Float.self)
  }

  private func doubles<E>(_ pointer: UnsafePointer<E>) -> UnsafePointer<Double> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }

  private func floats<E>(_ pointer: UnsafeMutablePointer<E>) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Float.self)
  }

  private func doubles<E>(_ pointer: UnsafeMutablePointer<E>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }

  func extremes<E: VectorElement>(_ x: UnsafePointer<E>, _ count: Int) -> LaneExtremes {
    E.self == Float.self
      ? lanes.extremes(of: floats(x), count: count) : lanes.extremes(of: doubles(x), count: count)
  }

  /// For rows of binary32.
  func survey<E: VectorElement>(
    _ x: UnsafePointer<E>, _ count: Int, into results: UnsafeMutablePointer<Double>?
  ) -> LaneSurvey {
    lanes.survey(of: floats(x), count: count, into: results)
  }

  func exponentials<E: VectorElement>(
    _ x: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling,
    into results: UnsafeMutablePointer<Double>?, withoutMaxima: Bool
  ) -> LaneSums {
    E.self == Float.self
      ? lanes.exponentials(
        of: floats(x), count: count, scaling: scaling, into: results, withoutMaxima: withoutMaxima)
      : lanes.exponentials(
        of: doubles(x), count: count, scaling: scaling, into: results, withoutMaxima: withoutMaxima)
  }

  func summit<E: VectorElement>(_ type: E.Type, _ scaling: RowScaling) -> LaneSums {
    E.self == Float.self ? lanes.summitOfBinary32(scaling) : lanes.summitOfBinary64(scaling)
  }

  func moments<E: VectorElement>(
    _ x: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling
  ) -> LaneMoments {
    E.self == Float.self
      ? lanes.moments(of: floats(x), count: count, scaling: scaling)
      : lanes.moments(of: doubles(x), count: count, scaling: scaling)
  }

  func scale<E: VectorElement>(
    _ summands: UnsafePointer<Double>, _ count: Int, _ scaling: RowScaling,
    by factor: (value: Double, tail: Double),
    into results: UnsafeMutablePointer<E>
  ) {
    if E.self == Float.self {
      lanes.scale(
        summands, count: count, scaling: scaling, by: factor.value, tail: factor.tail,
        into: floats(results))
    } else {
      lanes.scale(
        summands, count: count, scaling: scaling, by: factor.value, tail: factor.tail,
        into: doubles(results))
    }
  }

  /// Whether the exponentials of a row are computed twice and not stored.
  func computesAnew<E: VectorElement>(_ row: VectorRow<E>) -> Bool {
    E.self == Float.self && lanes.computesAnew(count: row.count, scaling: row.scaling)
  }

  /// Whether a piece of a row of binary32 was scaled with its exponentials computed anew.
  func scaleAnew<E: VectorElement>(
    _ row: VectorRow<E>, _ start: Int, _ count: Int, by factor: Double,
    into results: UnsafeMutablePointer<E>
  ) -> Bool {
    lanes.scaleAnew(
      floats(row.logits + start), count: count, scaling: row.scaling, by: factor,
      into: floats(results))
  }

  func logProbabilities<E: VectorElement>(
    _ x: UnsafePointer<E>, _ count: Int, _ scaling: RowScaling, _ logarithm: Double,
    into results: UnsafeMutablePointer<E>
  ) {
    if E.self == Float.self {
      lanes.logProbabilities(
        of: floats(x), count: count, scaling: scaling, logarithm: logarithm, into: floats(results))
    } else {
      lanes.logProbabilities(
        of: doubles(x), count: count, scaling: scaling, logarithm: logarithm,
        into: doubles(results))
    }
  }

  func sigmoids<E: VectorElement>(
    _ x: UnsafePointer<E>, _ count: Int, into results: UnsafeMutablePointer<E>
  ) {
    if E.self == Float.self {
      lanes.sigmoids(of: floats(x), count: count, into: floats(results))
    } else {
      lanes.sigmoids(of: doubles(x), count: count, into: doubles(results))
    }
  }
}
