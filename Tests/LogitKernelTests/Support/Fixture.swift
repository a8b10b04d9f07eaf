import Foundation
@testable import LogitKernel

/// One request to the exact kernel with the value an independent implementation gives.
///
/// The values in `Fixtures/exact.jsonl` were computed with MPFR at 320 bits and more, each at
/// growing precision until two results agreed, and rounded once to the format. Vectors are written
/// as words, `-7*1000` meaning a thousand times −7; `at` tells which elements of a long result are
/// listed.
struct Fixture: Decodable, Sendable {
  let id: Int
  let family: String
  let function: String
  let logits: String
  let logits2: String?
  let targets: String?
  let targetProbabilities: String?
  let target: Int?
  let temperature: String?
  let labelSmoothing: String?
  let formatName: String?
  let saturate: Bool?
  let at: [Int]?
  let value: String

  private enum CodingKeys: String, CodingKey {
    case id, family, function, logits, logits2, targets, target, temperature, saturate, at, value
    case targetProbabilities = "target_probs"
    case labelSmoothing = "label_smoothing"
    case formatName = "format"
  }

  /// Every fixture of a file beside the tests.
  static func load(_ name: String) throws -> [Fixture] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/\(name)").standardizedFileURL
    let decoder = JSONDecoder()
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
      .map { try decoder.decode(Fixture.self, from: $0) }
  }

  /// The numbers of a vector written as words.
  static func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").flatMap { word in
      let parts = word.split(separator: "*")
      let count = parts.count == 2 ? Int(parts[1]) ?? 0 : 1
      return [Double](repeating: parseNumber(parts[0]) ?? .nan, count: count)
    }
  }

  var format: NumberFormat? {
    guard var format = NumberFormat.named(formatName ?? "binary64") else { return nil }
    format.saturates = saturate ?? false
    return format
  }

  var lossTarget: LossTarget {
    let weights = targetProbabilities.map { LossTarget.Weights.distribution(Self.numbers($0)) }
    return LossTarget(
      weights ?? .index(target ?? 0),
      labelSmoothing: labelSmoothing.flatMap { parseNumber($0) } ?? 0
    )
  }
}

extension ResolvedRow {
  init(_ logits: [Double], temperature: Double) {
    self.init(Logits(logits), temperature: temperature)
  }
}
