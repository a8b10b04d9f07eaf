import Foundation
import LogitKernel
import Testing

/// Fifty-two named cases, each in six formats by five algorithms or by both forms of a scalar
/// function: every cell was computed by an independent program.
///
/// A cell is `=` for the correctly rounded true value, an error below a thousand ulps as `3u`, or
/// the value itself.
@Suite struct GalleryTests {
  private static let formats: [NumberFormat] = [
    .binary64, .binary32, .binary16, .bfloat16, .e4m3, .e5m2,
  ]
  private static let algorithms: [Algorithm] = [.naive, .shifted, .fused, .online, .compensated]

  @Test func `every cell of the gallery is what an independent emulation found`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/gallery.txt").standardizedFileURL
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 52)
    for line in lines {
      let fields = line.components(separatedBy: "; ")
      for (column, expected) in fields.dropFirst(4).enumerated() {
        let cells = Self.formats.map { cell(fields, column: column, in: $0) }
        let text =
          cells.allSatisfy { $0.text == "NaN" } && cells.contains { !$0.isRight }
          ? "all NaN"
          : cells.allSatisfy(\.isRight)
            ? "ok" : cells.map { $0.isRight ? "=" : $0.text }.joined(separator: "/")
        #expect(text == expected, "\(fields[0]), column \(column)")
      }
    }
  }

  private typealias Cell = (isRight: Bool, text: String)

  private func cell(_ fields: [String], column: Int, in format: NumberFormat) -> Cell {
    let logits =
      fields[1] == "ramp" ? (0...1000).map { Double($0) / 10 } : Fixture.numbers(fields[1])
    if fields.count == 6 { return scalarCell(fields, logits[0], column: column, in: format) }
    let temperature = parseNumber(fields[2]) ?? .nan
    let settings = EmulationSettings(storage: format, algorithm: Self.algorithms[column])
    let row = EmulatedRow(logits, temperature: temperature, settings: settings)
    let quantity = quantity(fields[3])
    let exact = LogitRow(logits, temperature: temperature)
    let value = quantity.emulated(in: row).value
    let rounded = quantity.exact(of: exact, in: format)
    let error = exact.ulpError(of: value, for: quantity, in: format)
    return cell(value, rounded: rounded, error: error)
  }

  private func cell(_ value: Double, rounded: Double, error: Double) -> Cell {
    let isRight = value == rounded || (value.isNaN && rounded.isNaN)
    if value.isNaN { return (isRight, "NaN") }
    let isShownAsError = error < 1000 && value != 0
    let number = isShownAsError ? error : value
    let text = String(format: isShownAsError ? "%.2g" : "%.3g", number)
      .replacing(/e([+-])0*(\d+)/) { "e\($0.1 == "-" ? "-" : "")\($0.2)" }
    return (isRight, isShownAsError ? text + "u" : text)
  }

  private func quantity(_ name: String) -> Quantity {
    let index = name.last?.wholeNumberValue ?? 0
    switch name.trimmingCharacters(in: .decimalDigits) {
    case "p": return .probability(index)
    case "lp": return .logProbability(index)
    case "ce": return .crossEntropy(.index(index))
    case "cels": return .crossEntropy(.index(index, labelSmoothing: 0.1))
    case "g": return .crossEntropyGradient(.index(index), index)
    case "H": return .entropy
    default: return .logSumExp
    }
  }

  private func scalarCell(
    _ fields: [String], _ argument: Double, column: Int, in format: NumberFormat
  ) -> Cell {
    let target: Double = fields[2] == "y1" ? 1 : 0
    let function: LogitFunction =
      switch fields[3] {
      case "sigmoid": .sigmoid
      case "log_sigmoid": .logSigmoid
      case "softplus": .softplus
      case "logit": .logOdds
      case "bce_with_logits": .binaryLoss(target: target)
      default: .binaryGradient(target: target)
      }
    let form: EmulatedScalar.Form = column == 0 ? .plain : .careful
    let settings = EmulationSettings(storage: format)
    let value = function.emulated(argument, form: form, settings: settings).result.value
    return cell(
      value, rounded: function.exact(argument, in: format),
      error: function.ulpError(of: value, at: argument, in: format))
  }
}
