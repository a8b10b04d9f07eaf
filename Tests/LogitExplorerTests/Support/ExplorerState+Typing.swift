import Testing

@testable import LogitExplorer

extension ExplorerState {
  /// Presses the keys of a script one after the other.
  @discardableResult
  mutating func type(_ script: String) -> [Effect] {
    guard let keys = try? KeyName.parse(script) else {
      Issue.record("\(script) is no script of keys")
      return []
    }
    return keys.flatMap { press($0.notation) }
  }

  /// The flowers after some keys.
  static func flowers(after script: String = "", lens: Lens = .softmax) -> ExplorerState {
    var state = ExplorerState(lens: lens)
    state.type(script)
    return state
  }

  /// The field that is open, if one is.
  var field: Field? {
    if case .field(let field) = mode { return field }
    return nil
  }

  /// The question that is open, if one is.
  var question: Question? {
    if case .confirm(let question) = mode { return question }
    return nil
  }
}
