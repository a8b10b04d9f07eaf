internal import Foundation

/// Whether tests of many like cases run all of them: `FULL_TESTS=1 swift test`.
package let runsEveryCase = ProcessInfo.processInfo.environment["FULL_TESTS"] == "1"

/// How many of so many like cases are run: a hundredth, which finds the same mistakes on any day, or
/// all of them.
package func rounds(of all: Int) -> Int { runsEveryCase ? all : all / 100 }
