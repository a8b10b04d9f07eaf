/// Where the parts of a file with `[tables]` stand: TOMLKit keeps no places.
struct TOMLSections {
  struct Section {
    /// The header's name; empty before the first header.
    let name: String
    /// Where its header and its keys begin.
    var starts: [TOMLOutline.Start]
  }

  private let bytes: [UInt8]
  private(set) var sections: [Section] = [Section(name: "", starts: [])]

  init(_ outline: TOMLOutline) {
    bytes = outline.bytes
    for start in outline.starts {
      if bytes[start.offset] == UInt8(ascii: "[") {
        sections.append(Section(name: name(of: start), starts: []))
      }
      sections[sections.count - 1].starts.append(start)
    }
  }

  private func name(of header: TOMLOutline.Start) -> String {
    let line = bytes[header.offset...].prefix { $0 != 0x0A && $0 != UInt8(ascii: "#") }
    let name = line.filter { !" \t\r[]".utf8.contains($0) }
    return String(decoding: name, as: UTF8.self)
  }

  /// The sections of a name, in order.
  func sections(named name: String) -> [Section] { sections.filter { $0.name == name } }

  /// Line and column of a text under a key, of the key where it is not found, or of the header.
  func place(
    of text: String? = nil, under key: String?, in section: Section?
  ) -> (line: Int, column: Int) {
    guard let section, let header = section.starts.first else { return (1, 1) }
    guard let key, let index = section.starts.firstIndex(where: { isKey(key, at: $0) }) else {
      return (header.line, column(of: header.offset))
    }
    let start = section.starts[index]
    guard let text, let offset = offset(of: text, from: start.offset) else {
      return (start.line, column(of: start.offset))
    }
    let breaks = bytes[start.offset..<offset].count { $0 == 0x0A }
    return (start.line + breaks, column(of: offset))
  }

  private func isKey(_ key: String, at start: TOMLOutline.Start) -> Bool {
    ["", "\"", "'"].contains { quote in
      let name = Array((quote + key + quote).utf8)
      let line = bytes[start.offset...]
      guard line.starts(with: name) else { return false }
      return line.dropFirst(name.count).first.map { " \t=.".utf8.contains($0) } ?? false
    }
  }

  /// Where a text first stands in quotes.
  private func offset(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var place = start + 1
    while let next = bytes[place...].firstIndex(of: first) {
      let isQuoted = "\"'".utf8.contains(bytes[next - 1])
      if isQuoted, bytes[next...].starts(with: wanted) { return next }
      place = next + 1
    }
    return nil
  }

  /// In characters, counted from 1.
  private func column(of offset: Int) -> Int {
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}
