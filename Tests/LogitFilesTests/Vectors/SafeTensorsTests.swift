import LogitFiles
import Testing

@Suite struct SafeTensorsTests {
  private func tensor(_ shape: String, _ offsets: String, type: String = "U8") -> String {
    "{\"dtype\": \"\(type)\", \"shape\": \(shape), \"data_offsets\": \(offsets)}"
  }

  private func refusal(_ header: String, _ data: [UInt8] = [1, 2, 3, 4]) -> String? {
    sentence { () throws(FileProblem) in
      _ = try LogitTable(bytes: BinaryFile.safeTensors(header, data), name: "n").row(0)
    }
  }

  @Test func `the tensor called logits is read from a file`() throws {
    let header = "{\"a\": \(tensor("[2]", "[0, 2]")), \"logits\": \(tensor("[1, 2]", "[2, 4]"))}"
    let file = BinaryFile.safeTensors(header, [1, 2, 3, 4])
    try BinaryFile.with(file, ending: "safetensors") { path in
      let table = try LogitTable(path: path)
      #expect(try table.row(0).logits == [3, 4])
      #expect(table.notices == ["Left out: 1 other tensors."])
    }
  }

  @Test func `places that do not fit are refused`() {
    for offsets in [
      "[0, 3]", "[3, 5]", "[2, 0]", "[-1, 1]", "[0, 9007199254740992]", "[1e300, 1e300]",
      "[9223372036854775806, 9223372036854775808]", "[0]", "[\"0\", \"2\"]",
    ] {
      let found = refusal("{\"logits\": \(tensor("[2]", offsets))}") ?? "read"
      #expect(
        found.contains("does not fit its shape or the file") || found.contains("lacks a dtype"),
        "\(offsets): \(found)")
    }
    #expect(refusal("{\"logits\": \(tensor("[4611686018427387904, 4]", "[0, 4]"))}") != nil)
    let both = "{\"a\": \(tensor("[3]", "[0, 3]")), \"logits\": \(tensor("[2]", "[2, 4]"))}"
    #expect(refusal(both) == "x: the tensors “a” and “logits” overlap in the file.")
    #expect(
      refusal("{\"logits\": \(tensor("[]", "[0, 1]"))}")
        == "x: the array is a single number without dimensions, and rows of logits were expected.")
    let cut = Array(BinaryFile.safeTensors("{\"logits\": 1}", []).prefix(12))
    #expect(
      sentence { () throws(FileProblem) in _ = try LogitTable(bytes: cut, name: "n") }
        == "x: the header of the .safetensors file is cut off.")
  }
}
