#if DEBUG
internal import Synchronization

/// Counts what a computation costs, for the tests that hold every cost to linear growth.
package final class OperationCount: Sendable {
  @TaskLocal static var current: OperationCount?

  private let count = Atomic(0)

  fileprivate func add(_ operations: Int) { count.add(operations, ordering: .relaxed) }

  /// The exponentials, long enclosures, emulated operations and looks at a logit that `body` takes.
  package static func counting(_ body: () throws -> Void) rethrows -> Int {
    let counter = OperationCount()
    try $current.withValue(counter) { try body() }
    return counter.count.load(ordering: .relaxed)
  }
}

/// Notes an operation where a test counts them.
@inline(__always)
func noteOperation() { OperationCount.current?.add(1) }

@inline(__always)
func noteOperations(_ count: Int) { OperationCount.current?.add(count) }
#else
@inline(__always)
func noteOperation() {}

@inline(__always)
func noteOperations(_ count: Int) {}
#endif
