/// A `.safetensors` file: the length of a JSON header, the header, and the tensors' bytes.
struct SafeTensors {
  private let members: [JSONValue.Member]
  private let data: StoredBytes

  /// nil where the bytes do not begin as such a file does.
  init?(_ bytes: StoredBytes) throws(FileProblem) {
    let head = try bytes.bytes(from: 0, atMost: 9)
    guard head.count == 9, head.last == UInt8(ascii: "{"),
      let length = head.number(at: 0, bytes: 7), head.number(at: 7, bytes: 1) == 0,
      length < 100 << 20, length > 1
    else { return nil }
    guard let data = bytes.part(from: 8 + length, count: bytes.count - 8 - length) else {
      throw .unreadable("the header of the .safetensors file is cut off")
    }
    let header = try bytes.bytes(from: 8, atMost: length)
    guard case .object(let members)? = try? JSONValue.parse(header, isFile: true) else {
      throw .unreadable("the header of the .safetensors file is not JSON")
    }
    self.members = members.filter { $0.key != "__metadata__" }
    self.data = data
  }

  /// The tensor called `logits`, or the only one.
  func table() throws(FileProblem) -> LogitTable {
    guard let chosen = members.first(where: { $0.key == "logits" }) ?? members.first else {
      throw .noLogits
    }
    guard members.count == 1 || chosen.key == "logits" else {
      let list = members.prefix(4).map { "“\($0.key.prefix(40))”" }.joined(separator: ", ")
      throw .unreadable(
        "the .safetensors file holds \(members.count) tensors, \(list)…, and none is “logits”")
    }
    var table = try tensor(chosen)
    try refuseOverlaps()
    if members.count > 1 { table.notices.append("Left out: \(members.count - 1) other tensors.") }
    return table
  }

  private func tensor(_ member: JSONValue.Member) throws(FileProblem) -> LogitTable {
    let name = member.key.prefix(40)
    guard case .string(let type)? = member.value["dtype"],
      let shape = integers(member.value["shape"]),
      let offsets = integers(member.value["data_offsets"]),
      offsets.count == 2
    else { throw .unreadable("the tensor “\(name)” lacks a dtype, a shape or its data_offsets") }
    guard let element = ArrayElement.safeTensors(type) else {
      throw .unreadable("the tensor “\(name)” holds elements of type “\(type.prefix(20))”")
    }
    guard let count = product(shape + [element.size]), offsets[0] >= 0, offsets[0] <= offsets[1],
      offsets[1] - offsets[0] == count, let elements = data.part(from: offsets[0], count: count)
    else {
      throw .unreadable("the place of the tensor “\(name)” does not fit its shape or the file")
    }
    return try LogitTable(elements: elements, element, shape: shape, isFortran: false)
  }

  /// Tensors that share bytes are not what was saved.
  private func refuseOverlaps() throws(FileProblem) {
    let places = members.compactMap { member -> (name: String, start: Int, end: Int)? in
      guard let offsets = integers(member.value["data_offsets"]), offsets.count == 2,
        offsets[0] < offsets[1]
      else { return nil }
      return (member.key, offsets[0], offsets[1])
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    for (first, next) in zip(places, places.dropFirst()) where next.start < first.end {
      throw .unreadable(
        "the tensors “\(first.name.prefix(40))” and “\(next.name.prefix(40))” overlap in the file")
    }
  }

  private func integers(_ value: JSONValue?) -> [Int]? {
    guard case .array(let elements)? = value else { return nil }
    return elements.allMapped { element in
      if case .number(let number) = element { return Int(exactly: number) }
      return nil
    }
  }
}
