extension InstructionSet {
  /// See the protocol.
  @inlinable public static func extremes(
    of elements: UnsafePointer<Double>, count: Int
  ) -> LaneExtremes {
    extremeElements(of: elements, count: count)
  }

  /// See the protocol.
  @inlinable public static func extremes(
    of elements: UnsafePointer<Float>, count: Int
  ) -> LaneExtremes {
    extremeElements(of: elements, count: count)
  }

  /// See the protocol.
  @inlinable public static func survey(
    of elements: UnsafePointer<Float>, count: Int, into results: UnsafeMutablePointer<Double>?
  ) -> LaneSurvey {
    guard looksUpEntries else {
      return LaneSurvey(extremes: extremes(of: elements, count: count), hasSums: false)
    }
    return sumTame(elements, count, results)
  }

  /// See the protocol.
  @inlinable public static func exponentials(
    of elements: UnsafePointer<Double>, count: Int, scaling: RowScaling,
    into results: UnsafeMutablePointer<Double>?, withoutMaxima: Bool
  ) -> LaneSums {
    sumOfExponentials(elements, count, scaling, results, withoutMaxima)
  }

  /// See the protocol.
  @inlinable public static func exponentials(
    of elements: UnsafePointer<Float>, count: Int, scaling: RowScaling,
    into results: UnsafeMutablePointer<Double>?, withoutMaxima: Bool
  ) -> LaneSums {
    sumOfExponentials(elements, count, scaling, results, withoutMaxima)
  }

  /// See the protocol.
  @inlinable public static func moments(
    of elements: UnsafePointer<Double>, count: Int, scaling: RowScaling
  ) -> LaneMoments {
    sumOfMoments(elements, count, scaling)
  }

  /// See the protocol.
  @inlinable public static func moments(
    of elements: UnsafePointer<Float>, count: Int, scaling: RowScaling
  ) -> LaneMoments {
    sumOfMoments(elements, count, scaling)
  }

  /// See the protocol.
  @inlinable public static func scale(
    _ summands: UnsafePointer<Double>, count: Int, scaling: RowScaling, by factor: Double,
    tail: Double,
    into results: UnsafeMutablePointer<Double>
  ) {
    scaleSummands(summands, count, scaling, factor, tail, results)
  }

  /// See the protocol.
  @inlinable public static func scale(
    _ summands: UnsafePointer<Double>, count: Int, scaling: RowScaling, by factor: Double,
    tail: Double,
    into results: UnsafeMutablePointer<Float>
  ) {
    scaleSummands(summands, count, scaling, factor, tail, results)
  }

  /// See the protocol.
  @inlinable public static func logProbabilities(
    of elements: UnsafePointer<Double>, count: Int, scaling: RowScaling, logarithm: Double,
    into results: UnsafeMutablePointer<Double>
  ) {
    storeLogProbabilities(elements, count, scaling, logarithm, results)
  }

  /// See the protocol.
  @inlinable public static func logProbabilities(
    of elements: UnsafePointer<Float>, count: Int, scaling: RowScaling, logarithm: Double,
    into results: UnsafeMutablePointer<Float>
  ) {
    storeLogProbabilities(elements, count, scaling, logarithm, results)
  }

  /// See the protocol.
  @inlinable public static func sigmoids(
    of elements: UnsafePointer<Double>, count: Int, into results: UnsafeMutablePointer<Double>
  ) {
    storeSigmoids(elements, count, results)
  }

  /// See the protocol.
  @inlinable public static func sigmoids(
    of elements: UnsafePointer<Float>, count: Int, into results: UnsafeMutablePointer<Float>
  ) {
    storeSigmoids(elements, count, results)
  }

  /// See the protocol.
  @inlinable public static func summitOfBinary64(_ scaling: RowScaling) -> LaneSums {
    summit(Double.self, scaling)
  }

  /// See the protocol.
  @inlinable public static func summitOfBinary32(_ scaling: RowScaling) -> LaneSums {
    summit(Float.self, scaling)
  }

  /// See the protocol.
  @inlinable public static func computesAnew(count: Int, scaling: RowScaling) -> Bool {
    usesPairs(count, scaling) && count > (scaling.isShallow ? 1 << 12 : 1 << 17)
  }

  /// See the protocol.
  @inlinable public static func scaleAnew(
    _ elements: UnsafePointer<Float>, count: Int, scaling: RowScaling, by factor: Double,
    into results: UnsafeMutablePointer<Float>
  ) -> Bool {
    guard usesPairs(count, scaling) else { return false }
    scaleAnew(elements, count, scaling, factor, results)
    return true
  }
}
