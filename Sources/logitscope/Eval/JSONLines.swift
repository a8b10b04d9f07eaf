internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

/// Answers JSON requests, one per line, in order; each answer is out before the next line is read.
enum JSONLines {
  static func run() {
    var reader = LineReader()
    while let line = reader.next() {
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !isBlank { StandardOutput.write(answer(to: Array(line)) + "\n") }
    }
  }

  /// The answer to one line: a value, or what is wrong with the request; never nothing.
  static func answer(to line: [UInt8]) -> String {
    let json: JSONValue
    do throws(JSONProblem) {
      json = try JSONValue.parse(line)
    } catch {
      let place = error.offset + 1
      return refusal(
        "Byte \(place) of the line is not JSON: it should be \(error.expected).", "null")
    }
    // To the letter, so that an id of any type and length comes back as it went out.
    let id = json.member("id").map { String(decoding: line[$0.source], as: UTF8.self) } ?? "null"
    do throws(BadInput) {
      let request = try EvalRequest(json)
      return answer(request, request.value, id)
    } catch {
      return refusal(error.sentence, id)
    }
  }

  private static func answer(_ request: EvalRequest, _ value: EvalValue, _ id: String) -> String {
    let format = jsonString(request.arithmetic.settings.storage.name)
    let text =
      switch value {
      case .scalar(let number): quoted(number)
      case .vector(let numbers): "[" + numbers.map(quoted).joined(separator: ", ") + "]"
      }
    return "{\"id\": \(id), \"format\": \(format), \"value\": \(text)}"
  }

  private static func quoted(_ number: Double) -> String { "\"\(hexText(number))\"" }

  private static func refusal(_ sentence: String, _ id: String) -> String {
    "{\"id\": \(id), \"error\": \(jsonString(sentence))}"
  }
}
