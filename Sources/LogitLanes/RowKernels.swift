/// The kernels over rows.
public protocol RowKernels: SendableMetatype {
  /// The greatest of some elements, NaNs left out; −∞ if there are none.
  static func greatest(of elements: UnsafePointer<Double>, count: Int) -> Double
}

extension RowKernels {
  /// The greatest of some elements, NaNs left out.
  @inlinable public static func greatest(
    of elements: UnsafePointer<Double>, count: Int
  ) -> Double {
    let raw = UnsafeRawPointer(elements)
    var lanes = SIMD8<Double>(repeating: -.infinity)
    var index = 0
    while index &+ 8 <= count {
      let next = raw.loadUnaligned(fromByteOffset: index &* 8, as: SIMD8<Double>.self)
      lanes.replace(with: next, where: lanes .< next)
      index &+= 8
    }
    var greatest = -Double.infinity
    for lane in 0..<8 where greatest < lanes[lane] { greatest = lanes[lane] }
    while index < count {
      if greatest < elements[index] { greatest = elements[index] }
      index &+= 1
    }
    return greatest
  }
}
