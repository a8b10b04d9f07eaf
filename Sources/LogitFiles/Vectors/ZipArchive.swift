extension LogitTable {
  /// Reads the array of a NumPy archive, `.npz`: the one called `logits`, or the only one.
  ///
  /// - Throws: Also for archives that are compressed, and for PyTorch's, which are archives too.
  init(zip bytes: StoredBytes) throws(FileProblem) {
    // PyTorch writes its pickle first.
    let isPickled = try bytes.bytes(from: 30, atMost: 200).string.contains("data.pkl")
    let members = isPickled ? [] : try ZipMember.all(in: bytes)
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
    try self.init(numpy: try chosen.data(in: bytes))
    let others = arrays.filter { $0 !== chosen }.prefix(4).map { "“\($0.name.dropLast(4))”" }
    if !others.isEmpty { notices.append("Left out: \(others.joined(separator: ", ")).") }
  }
}

/// One file in an archive, as the central directory lists it (PKWARE's APPNOTE, 4.3.12).
private final class ZipMember {
  let name: String
  /// 0 for stored, 8 for deflated.
  let method: Int
  private let local: Int
  private let size: Int

  private init(name: String, method: Int, local: Int, size: Int) {
    (self.name, self.method, self.local, self.size) = (name, method, local, size)
  }

  private static let broken = FileProblem.unreadable("the archive is cut off or damaged")

  static func all(in bytes: StoredBytes) throws(FileProblem) -> [ZipMember] {
    // The end record is 22 bytes and a comment of at most 65 535.
    let tail = try bytes.bytes(from: max(0, bytes.count - 65_557), atMost: 65_557)
    let last = tail.count - 22
    guard last >= 0,
      let end = (0...last).last(where: { tail.number(at: $0, bytes: 4) == 0x0605_4B50 }),
      let count = tail.number(at: end + 10, bytes: 2),
      let start = tail.number(at: end + 16, bytes: 4)
    else { throw broken }
    // 65 535 members with names and extras of as many bytes are none of NumPy's.
    let directory = try bytes.bytes(from: start, atMost: 64 << 20)
    var (members, place) = ([ZipMember](), 0)
    for _ in 0..<count { members.append(try next(in: directory, at: &place)) }
    return members
  }

  private static func next(
    in directory: Bytes, at place: inout Int
  ) throws(FileProblem) -> ZipMember {
    guard directory.number(at: place, bytes: 4) == 0x0201_4B50,
      let method = directory.number(at: place + 10, bytes: 2),
      let size = directory.number(at: place + 20, bytes: 4),
      let nameSize = directory.number(at: place + 28, bytes: 2),
      let extraSize = directory.number(at: place + 30, bytes: 2),
      let commentSize = directory.number(at: place + 32, bytes: 2),
      let local = directory.number(at: place + 42, bytes: 4),
      place + 46 + nameSize <= directory.count
    else { throw broken }
    let name = directory.dropFirst(place + 46).prefix(nameSize)
    place += 46 + nameSize + extraSize + commentSize
    return ZipMember(name: name.string, method: method, local: local, size: size)
  }

  func data(in bytes: StoredBytes) throws(FileProblem) -> StoredBytes {
    guard size < 0xFFFF_FFFF, local < 0xFFFF_FFFF else {
      throw .unreadable("this archive is larger than 4 GiB; save the logits with numpy.save")
    }
    let head = try bytes.bytes(from: local, atMost: 30)
    guard let nameSize = head.number(at: 26, bytes: 2),
      let extraSize = head.number(at: 28, bytes: 2),
      let data = bytes.part(from: local + 30 + nameSize + extraSize, count: size)
    else { throw ZipMember.broken }
    return data
  }
}
