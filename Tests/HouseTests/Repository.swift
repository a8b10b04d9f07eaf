import Foundation

/// The checkout these tests were built from.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder of the checkout.
  static func swiftFiles(below folder: String) -> [URL] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  static func text(of file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  /// The modules a file imports, whatever the access level written before `import`.
  static func imports(of file: URL) throws -> Set<String> {
    let statement =
      /^(?:@\w+ )?(?:(?:package|public|internal|private|fileprivate) )?import (?:struct |enum |func |class |protocol )?(\w+)/
    let lines = try text(of: file).split(separator: "\n")
    return Set(lines.compactMap { $0.firstMatch(of: statement).map { String($0.1) } })
  }
}
