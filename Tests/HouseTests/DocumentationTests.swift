import Foundation
import Testing

/// What a caller of the library cannot see in a signature stands above it.
@Suite struct DocumentationTests {
  /// A property is stored or O(1) unless its comment says otherwise; every call says what it costs.
  @Test func `every public function and initialiser of the kernel states its complexity`() throws {
    let call = /^ *public (?:(?:static|mutating|prefix) )*(?:func|init)\b/
    var count = 0
    for file in Repository.swiftFiles(below: "Sources/LogitKernel") {
      var comment = ""
      for line in try Repository.text(of: file).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        let text = line.drop { $0 == " " }
        if text.hasPrefix("///") {
          comment += line
        } else if !text.hasPrefix("@") {
          if line.firstMatch(of: call) != nil {
            count += 1
            #expect(comment.contains("- Complexity: "), "\(file.lastPathComponent): \(line)")
          }
          comment = ""
        }
      }
    }
    #expect(count > 100)
  }
}
