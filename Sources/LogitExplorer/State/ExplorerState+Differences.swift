extension ExplorerState {
  /// Whether nothing but numbers can look other than in another state: the classes are the same, in
  /// the same order, and no list, message or baseline is there, or was.
  package func differsInNumbersOnly(from old: ExplorerState) -> Bool {
    mode == .browsing && old.mode == .browsing && message == nil && old.message == nil
      && readouts.baseline == nil && old.readouts.baseline == nil
      && lens == old.lens && lens != .numerics && selection == old.selection && step == old.step
      && display == old.display && !display.isProjector && rowOrder == old.rowOrder
      && document.labels == old.document.labels && document.isMasked == old.document.isMasked
      && document.target == old.document.target && document.loss == old.document.loss
      && readouts.notices == old.readouts.notices
  }

  /// Whether the document's name and settings read as in another state.
  package func hasHeading(of old: ExplorerState) -> Bool {
    isModified == old.isModified && document.name == old.document.name
      && document.count == old.document.count
      && document.temperature.bitPattern == old.document.temperature.bitPattern
      && document.labelSmoothing.bitPattern == old.document.labelSmoothing.bitPattern
      && document.hasArithmetic(of: old.document)
  }
}
