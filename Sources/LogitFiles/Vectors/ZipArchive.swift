extension LogitTable {
  /// Reads the array of a NumPy archive, `.npz`: the one called `logits`, or the only one.
  ///
  /// - Throws: Also for archives that are compressed, and for PyTorch's, which are archives too.
  init(zip bytes: [UInt8]) throws(FileProblem) {
    // PyTorch writes its pickle first.
    let isPickled = String(decoding: bytes.dropFirst(30).prefix(200), as: UTF8.self)
      .contains("data.pkl")
    let members = isPickled ? [] : try ZipMember.all(in: bytes[...])
    let names = members.map(\.name)
    if isPickled || names.contains(where: { $0.hasSuffix("data.pkl") }) {
      throw .unreadable("this is a PyTorch file; save the logits with numpy.save")
    }
    if names.contains(where: { $0.hasSuffix("workbook.xml") }) {
      throw .unreadable("this is an Excel workbook; save the sheet as CSV")
    }
    let arrays = members.filter { $0.name.hasSuffix(".npy") }
    guard let first = arrays.first else { throw .unreadable("this archive holds no .npy array") }
    let chosen = arrays.first { $0.name == "logits.npy" } ?? first
    guard chosen === first && arrays.count == 1 || chosen.name == "logits.npy" else {
      let list = arrays.prefix(4).map { "“\($0.name.dropLast(4))”" }.joined(separator: ", ")
      throw .unreadable("this archive holds several arrays, \(list), and none is called “logits”")
    }
    guard chosen.method == 0 else {
      throw .unreadable("this archive is compressed; save it with numpy.savez or numpy.save")
    }
    try self.init(numpy: Array(chosen.data))
    let others = arrays.filter { $0 !== chosen }.prefix(4).map { "“\($0.name.dropLast(4))”" }
    if !others.isEmpty { notices.append("Left out: \(others.joined(separator: ", ")).") }
  }
}

/// One file in an archive, as the central directory lists it (PKWARE's APPNOTE, 4.3.12).
private final class ZipMember {
  let name: String
  /// 0 for stored, 8 for deflated.
  let method: Int
  let data: ArraySlice<UInt8>

  private init(name: String, method: Int, data: ArraySlice<UInt8>) {
    (self.name, self.method, self.data) = (name, method, data)
  }

  static func all(in bytes: ArraySlice<UInt8>) throws(FileProblem) -> [ZipMember] {
    let broken = FileProblem.unreadable("the archive is cut off or damaged")
    // The end record is 22 bytes and a comment of at most 65 535.
    let last = bytes.count - 22
    let first = max(0, last - 65_535)
    guard last >= 0,
      let end = (first...last).last(where: { bytes.number(at: $0, bytes: 4) == 0x0605_4B50 }),
      let count = bytes.number(at: end + 10, bytes: 2),
      var place = bytes.number(at: end + 16, bytes: 4)
    else { throw broken }
    var members: [ZipMember] = []
    for _ in 0..<count {
      guard bytes.number(at: place, bytes: 4) == 0x0201_4B50,
        let method = bytes.number(at: place + 10, bytes: 2),
        let size = bytes.number(at: place + 20, bytes: 4),
        let nameSize = bytes.number(at: place + 28, bytes: 2),
        let extraSize = bytes.number(at: place + 30, bytes: 2),
        let commentSize = bytes.number(at: place + 32, bytes: 2),
        let local = bytes.number(at: place + 42, bytes: 4),
        let localName = bytes.number(at: local + 26, bytes: 2),
        let localExtra = bytes.number(at: local + 28, bytes: 2),
        place + 46 + nameSize <= bytes.count,
        local + 30 + localName + localExtra + size <= bytes.count
      else { throw broken }
      let nameStart = bytes.startIndex + place + 46
      let start = bytes.startIndex + local + 30 + localName + localExtra
      members.append(
        ZipMember(
          name: String(decoding: bytes[nameStart..<nameStart + nameSize], as: UTF8.self),
          method: method, data: bytes[start..<start + size]))
      place += 46 + nameSize + extraSize + commentSize
    }
    return members
  }
}
