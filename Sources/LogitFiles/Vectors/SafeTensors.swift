/// A `.safetensors` file: the length of a JSON header, the header, and the tensors' bytes.
struct SafeTensors {
  private let members: [JSONValue.Member]
  private let data: ArraySlice<UInt8>

  /// nil where the bytes do not begin as such a file does.
  init?(_ bytes: [UInt8]) throws(FileProblem) {
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{"),
      let length = bytes[...].number(at: 0, bytes: 7), bytes[7] == 0, length < 100 << 20, length > 1
    else { return nil }
    guard length <= bytes.count - 8 else {
      throw .unreadable("the header of the .safetensors file is cut off")
    }
    guard case .object(let members)? = try? JSONValue.parse(bytes[8..<8 + length], isFile: true)
    else {
      throw .unreadable("the header of the .safetensors file is not JSON")
    }
    self.members = members.filter { $0.key != "__metadata__" }
    data = bytes[(8 + length)...]
  }

  /// The tensor called `logits`, or the only one.
  func table() throws(FileProblem) -> LogitTable {
    guard let chosen = members.first(where: { $0.key == "logits" }) ?? members.first else {
      throw .noLogits
    }
    guard members.count == 1 || chosen.key == "logits" else {
      let list = members.prefix(4).map { "“\($0.key)”" }.joined(separator: ", ")
      throw .unreadable(
        "the .safetensors file holds \(members.count) tensors, \(list)…, and none is “logits”")
    }
    var table = try tensor(chosen)
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
    guard let count = product(shape + [element.size]), offsets[0] >= 0,
      offsets[0] <= offsets[1], offsets[1] <= data.count, offsets[1] - offsets[0] == count
    else {
      throw .unreadable("the place of the tensor “\(name)” does not fit its shape or the file")
    }
    let start = data.startIndex + offsets[0]
    return try LogitTable(
      elements: data[start..<start + count], element, shape: shape, isFortran: false)
  }

  private func integers(_ value: JSONValue?) -> [Int]? {
    guard case .array(let elements)? = value else { return nil }
    return elements.allMapped { element in
      if case .number(let number) = element { return Int(exactly: number) }
      return nil
    }
  }
}
