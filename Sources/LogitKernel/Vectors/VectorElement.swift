/// A type of number that ``VectorKernel`` works on: `Float` or `Double`, and no other.
public protocol VectorElement: BinaryFloatingPoint, BitwiseCopyable, Sendable {}

extension Float: VectorElement {}
extension Double: VectorElement {}
