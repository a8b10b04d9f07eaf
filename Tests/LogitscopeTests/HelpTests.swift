import Foundation
import Testing

/// What `help` prints is wrapped once, by whoever knows how wide the terminal is.
@Suite struct HelpTests {
  @Test(arguments: ["", "explore", "eval", "frame", "gallery", "keys"], [60, 80, 120])
  func `a paragraph fills its lines and an example has one`(command: String, width: Int) throws {
    let outcome = try Program.run("help", command, environment: ["COLUMNS": "\(width)"])
    #expect(outcome.code == 0)
    let text = outcome.output.prefix { _ in true }.components(separatedBy: "USAGE:")[0]
    let lines = text.components(separatedBy: "\n")
    #expect(lines.count > 3)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      #expect(line.count <= width, "\(line)")
      // A heading stands on a line of its own.
      if line.allSatisfy({ $0.isUppercase || $0 == " " }) { continue }
      if line.hasPrefix("  ") {
        #expect(next.hasPrefix("  "), "the example goes on: \(line)")
        continue
      }
      let word = next.prefix { $0 != " " }
      #expect(line.count + 1 + word.count >= width, "\(width): “\(word)” has room after “\(line)”")
    }
  }
}
