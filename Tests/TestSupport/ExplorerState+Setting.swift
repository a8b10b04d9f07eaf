package import LogitExplorer

extension ExplorerState {
  /// Sets one setting of the arithmetic, as the palette does; one that is refused changes nothing.
  package func setting(_ key: String, _ text: String) -> Action {
    var arithmetic = document.arithmetic
    try? arithmetic.set(key, to: text)
    return .arithmetic(.set(arithmetic))
  }
}
