extension LensView {
  /// The one list of how lenses look, in the order of their tabs.
  package static let catalog: [LensView] = [softmax, sigmoid, temperature, loss, numerics]
}
