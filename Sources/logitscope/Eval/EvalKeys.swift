internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

/// The keys of a request: those that every function takes, and those that one function needs.
enum EvalKeys {
  private static let common = ["id", "function", "logits", "temperature"]
  private static let settings = ArithmeticOption.catalog.map(\.key)
  private static let operands = [
    "logits2", "target", "target_probs", "label_smoothing", "targets",
  ]

  /// Refuses a key that is unknown, given twice, or changes nothing for the function.
  static func check(_ json: JSONValue, for function: EvalFunction) throws(BadInput) {
    guard case .object(let members) = json else { return }
    var seen: Set<String> = []
    for member in members {
      let key = member.key
      guard seen.insert(key).inserted else { throw BadInput("“\(shown(key))” is given twice.") }
      if common.contains(key) || settings.contains(key) { continue }
      guard operands.contains(key) else { throw unknown(key) }
      guard member.value == .null || operands(of: function).contains(key) else {
        throw BadInput("“\(key)” does nothing for “\(function.rawValue)”; leave it out.")
      }
    }
  }

  private static func operands(of function: EvalFunction) -> [String] {
    switch function.operand {
    case .nothing: []
    case .otherRow: ["logits2"]
    case .weight: ["targets"]
    case .target: ["target", "target_probs", "label_smoothing"]
    }
  }

  private static func unknown(_ key: String) -> BadInput {
    let near = nearest(to: key, among: common + operands + settings)
    let help = near.map { "did you mean “\($0)”?" } ?? "logitscope help eval lists the keys."
    return BadInput("Unknown key “\(shown(key))”; \(help)")
  }

  private static func shown(_ key: String) -> String { visible(String(key.prefix(40))) }
}
