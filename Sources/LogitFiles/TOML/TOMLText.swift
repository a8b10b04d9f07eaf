internal import TOMLKit

/// A text of TOML and the table that TOMLKit reads in it.
///
/// TOMLKit keeps no places of values, so those of keys are looked up in the text when they are needed.
struct TOMLText {
  let root: TOMLTable
  private let outline: TOMLOutline

  /// Reads a TOML 1.0 document without dates and times.
  ///
  /// - Throws: What is wrong with its place; also for what TOMLKit would not survive or not keep.
  init(_ text: String) throws(FileProblem) {
    if text.utf8.count > TOMLText.byteLimit {
      throw .tooLarge(bytes: text.utf8.count, limit: TOMLText.byteLimit)
    }
    outline = TOMLOutline(text)
    guard let hazard = outline.hazard else {
      root = try TOMLText.parse(text)
      return
    }
    // What is wrong before it comes first; that the text ends there is not wrong.
    do {
      let before = String(decoding: outline.bytes[..<hazard.offset], as: UTF8.self)
      _ = try TOMLText.parse(before)
    } catch .toml(let line, let column, let words) {
      guard case .toml(let end, let last, _) = hazard.problem, (line, column) < (end, last) else {
        throw hazard.problem
      }
      throw .toml(line: line, column: column, words)
    }
    throw hazard.problem
  }

  private static func parse(_ text: String) throws(FileProblem) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .toml(error)
    } catch {
      throw .toml(line: 1, column: 1, "this is no TOML")
    }
  }

  /// TOMLKit makes up to 70 bytes of one, frees nothing that it has read, and takes 1 s for 1.5 MiB.
  private static var byteLimit: Int { min(64 << 20, FileProblem.memory / 96) }

  /// The line on which a top-level key first appears, counted from 1.
  func line(of key: String) -> Int {
    let names = ["", "\"", "'"].map { Array(($0 + key + $0).utf8) }
    return outline.starts.first { start in
      let line = outline.bytes[start.offset...].drop { " \t[".utf8.contains($0) }
      return names.contains { name in
        guard line.starts(with: name) else { return false }
        return line.dropFirst(name.count).first.map { " \t=.]".utf8.contains($0) } ?? false
      }
    }?.line ?? 1
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
