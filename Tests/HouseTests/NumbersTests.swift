import Foundation
import Testing

/// The screen asks for its numbers and computes none.
@Suite struct NumbersTests {
  /// The kernel's functions of numbers.
  private func functions() throws -> Set<String> {
    var names: Set<String> = []
    for folder in ["Functions", "Rows", "Quantities"] {
      for file in Repository.swiftFiles(below: "Sources/LogitKernel/\(folder)") {
        let found = try Repository.text(of: file).matches(of: /(?m)^public func (\w+)\(/)
        names.formUnion(found.map { String($0.1) })
      }
    }
    return names
  }

  @Test func `views make no row and call no function of the kernel`() throws {
    let functions = try functions()
    #expect(functions.isSuperset(of: ["softmax", "sigmoid", "crossEntropy", "naturalLogarithm"]))
    let files = Repository.swiftFiles(below: "Sources/LogitViews")
    #expect(files.count > 30)
    for file in files {
      let text = try Repository.text(of: file)
      let rows = text.matches(of: /\b(LogitRow|EmulatedRow|EmulatedScalar|Approximation)\b/)
      #expect(rows.isEmpty, "\(file.lastPathComponent) names \(rows.map(\.1))")
      let values = text.matches(of: /\.(exact\(of|emulated\(in|ulpError\()/)
      #expect(values.isEmpty, "\(file.lastPathComponent) computes a quantity")
      let uses = text.matches(of: /(\.|case |func )?\b(\w+)\(/)
      let own = uses.filter { $0.1 == "func " }.map { String($0.2) }
      let calls = uses.filter { $0.1 == nil }.map { String($0.2) }
      let computed = functions.subtracting(own).intersection(calls)
      #expect(computed.isEmpty, "\(file.lastPathComponent) calls \(computed.sorted())")
    }
  }
}
