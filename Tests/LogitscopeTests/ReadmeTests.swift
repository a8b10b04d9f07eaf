import Foundation
import Testing

/// What the README prints after a `$` is what the program prints.
@Suite struct ReadmeTests {
  private struct Example: CustomStringConvertible {
    let command: String
    let lines: [Substring]

    var description: String { command }

    /// The lines without spaces at their ends, which no editor keeps.
    static func lines(_ text: String) -> [Substring] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for index in lines.indices {
        while lines[index].last == " " { lines[index].removeLast() }
      }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
  }

  private func examples() throws -> [Example] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    return text.matches(of: /```\n\$ ([^\n]+)\n((?:[^`]|`[^`])*?)```/).map {
      Example(command: String($0.1), lines: Example.lines(String($0.2)))
    }
  }

  @Test func `every command prints what is printed below it`() throws {
    let examples = try examples()
    #expect(examples.count >= 6)
    let folder = URL(filePath: Program.path).deletingLastPathComponent().path
    for example in examples {
      let outcome = try Program.run(
        ["-c", example.command], of: "/bin/sh",
        environment: ["LC_ALL": "C.UTF-8", "PATH": "\(folder):/usr/bin:/bin"])
      let printed = Example.lines(outcome.output + outcome.errors)
      // A line of … stands for some that are left out.
      let cut = example.lines.firstIndex(of: "…") ?? example.lines.count
      let end = example.lines.dropFirst(cut + 1)
      #expect(printed.prefix(cut) == example.lines.prefix(cut), "\(example)")
      #expect(printed.suffix(end.count) == end, "\(example)")
      #expect(cut < example.lines.count || printed.count == cut, "\(example)")
    }
  }
}
