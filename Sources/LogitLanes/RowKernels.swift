/// The kernels over pieces of rows, each for both types of number.
///
/// The order in which numbers are added is that of their indices, whatever the alignment. Results
/// may take the place of the elements they are made of.
public protocol RowKernels: SendableMetatype {
  /// The least and the greatest of some elements, NaNs left out; ∞ and −∞ if there are none.
  static func extremes(of elements: UnsafePointer<Double>, count: Int) -> LaneExtremes
  /// The least and the greatest of some elements, NaNs left out; ∞ and −∞ if there are none.
  static func extremes(of elements: UnsafePointer<Float>, count: Int) -> LaneExtremes

  /// The extremes of some logits and, where the set looks up entries, Σ e as of tame rows with T = 1;
  /// stores the summands where asked to.
  static func survey(
    of elements: UnsafePointer<Float>, count: Int, into results: UnsafeMutablePointer<Double>?
  ) -> LaneSurvey

  /// Σ e; stores the summands where asked to, and leaves the greatest logit out where asked to.
  static func exponentials(
    of elements: UnsafePointer<Double>, count: Int, scaling: RowScaling,
    into results: UnsafeMutablePointer<Double>?, withoutMaxima: Bool
  ) -> LaneSums
  /// Σ e; stores the summands where asked to, and leaves the greatest logit out where asked to.
  static func exponentials(
    of elements: UnsafePointer<Float>, count: Int, scaling: RowScaling,
    into results: UnsafeMutablePointer<Double>?, withoutMaxima: Bool
  ) -> LaneSums

  /// e of the greatest logit, as a number and what it lacks.
  static func summitOfBinary64(_ scaling: RowScaling) -> LaneSums
  /// e of the greatest logit.
  static func summitOfBinary32(_ scaling: RowScaling) -> LaneSums

  /// Σ e, Σ e·z and Σ e·z² with z = x − max x.
  static func moments(
    of elements: UnsafePointer<Double>, count: Int, scaling: RowScaling
  ) -> LaneMoments
  /// Σ e, Σ e·z and Σ e·z² with z = x − max x.
  static func moments(
    of elements: UnsafePointer<Float>, count: Int, scaling: RowScaling
  ) -> LaneMoments

  /// Each summand times a factor and what it lacks.
  static func scale(
    _ summands: UnsafePointer<Double>, count: Int, scaling: RowScaling, by factor: Double,
    tail: Double,
    into results: UnsafeMutablePointer<Double>)
  /// Each summand times a factor and what it lacks.
  static func scale(
    _ summands: UnsafePointer<Double>, count: Int, scaling: RowScaling, by factor: Double,
    tail: Double,
    into results: UnsafeMutablePointer<Float>)

  /// Whether e of a row is better computed twice than stored.
  static func computesAnew(count: Int, scaling: RowScaling) -> Bool
  /// e of each element times a factor, for a piece of a row that is computed anew.
  ///
  /// Returns false, and does nothing, for a piece that is too short.
  static func scaleAnew(
    _ elements: UnsafePointer<Float>, count: Int, scaling: RowScaling, by factor: Double,
    into results: UnsafeMutablePointer<Float>
  ) -> Bool

  /// (x − max x)/T − ln Σ e^((x − max x)/T), the logarithm given.
  static func logProbabilities(
    of elements: UnsafePointer<Double>, count: Int, scaling: RowScaling, logarithm: Double,
    into results: UnsafeMutablePointer<Double>)
  /// (x − max x)/T − ln Σ e^((x − max x)/T), the logarithm given.
  static func logProbabilities(
    of elements: UnsafePointer<Float>, count: Int, scaling: RowScaling, logarithm: Double,
    into results: UnsafeMutablePointer<Float>)

  /// 1/(1 + e^−x) of each element.
  static func sigmoids(
    of elements: UnsafePointer<Double>, count: Int, into results: UnsafeMutablePointer<Double>)
  /// 1/(1 + e^−x) of each element.
  static func sigmoids(
    of elements: UnsafePointer<Float>, count: Int, into results: UnsafeMutablePointer<Float>)
}
