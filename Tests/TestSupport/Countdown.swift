/// Says when it has been asked so many times.
package final class Countdown: @unchecked Sendable {
  private var rest: Int

  package init(_ count: Int) { rest = count }

  package func count() -> Bool {
    rest -= 1
    return rest == 0
  }
}
