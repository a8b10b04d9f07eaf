internal import TOMLKit

/// A text of TOML and the table that TOMLKit reads in it.
///
/// TOMLKit keeps no places of values, so those of keys are looked up in the text when they are needed.
struct TOMLText {
  let root: TOMLTable
  private let text: String

  /// Reads a TOML 1.0 document.
  ///
  /// - Throws: What is wrong with its place; also for what TOMLKit would not survive or not keep.
  init(_ text: String) throws(FileProblem) {
    if text.utf8.count > TOMLText.byteLimit {
      throw .tooLarge(bytes: text.utf8.count, limit: TOMLText.byteLimit)
    }
    if let hazard = TOMLHazard.first(in: text) { throw hazard }
    self.text = text
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .toml(error)
    } catch {
      throw .toml(line: 1, column: 1, "this is no TOML")
    }
  }

  /// Far more than the most classes take; TOMLKit frees nothing that it has read.
  private static let byteLimit = 16 << 20

  /// The line on which a key of the root first stands, counted from 1.
  ///
  /// It is the first line that begins with the key and has a whole document before it: one inside a
  /// string or an array has not.
  func line(of key: String) -> Int {
    var line = 1
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(where: \.isNewline) ?? text.endIndex
      if text[start..<end].begins(withKey: key), isDocument(text[..<start]) { return line }
      guard end < text.endIndex else { break }
      start = text.index(after: end)
      line += 1
    }
    return 1
  }

  private func isDocument(_ text: Substring) -> Bool {
    (try? TOMLTable(string: String(text))) != nil
  }
}

extension Substring {
  /// Whether the line gives a value to the key, or opens the table of its name.
  fileprivate func begins(withKey key: String) -> Bool {
    let rest = drop { " \t[".contains($0) }
    for quote in ["", "\"", "'"] where rest.hasPrefix(quote + key + quote) {
      guard let next = rest.dropFirst(key.count + 2 * quote.count).first else { continue }
      if " \t=.]".contains(next) { return true }
    }
    return false
  }
}

extension TOMLValueConvertible {
  /// A float, or an integer as one.
  var number: Double? { double ?? int.map(Double.init) }
}

extension FileProblem {
  /// Without the first words, which say in the parser's terms what was being read.
  fileprivate static func toml(_ error: TOMLParseError) -> FileProblem {
    let parts = error.description.split(separator: ": ", maxSplits: 1)
    return .toml(
      line: error.source.begin.line, column: error.source.begin.column,
      String(parts.last ?? "this is no TOML"))
  }
}
