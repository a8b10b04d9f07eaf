/// Something a person did at the terminal.
package enum InputEvent: Equatable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Pasted text, line ends as `\n`; truncated when it was longer than the decoder keeps.
  case paste(String, isTruncated: Bool)
}

package struct MouseEvent: Equatable, Sendable {
  package enum Action: Equatable, Sendable {
    case press, drag, release, wheelUp, wheelDown
  }

  package enum Button: Equatable, Sendable {
    case left, middle, right
    /// A wheel, or a release of which the terminal does not say what was released.
    case none
  }

  package var action: Action
  package var button: Button
  /// The cell, counted from 0; may lie outside of the screen during a drag.
  package var point: Point
  package var modifiers: Key.Modifiers

  package init(
    _ action: Action, _ button: Button, at point: Point, modifiers: Key.Modifiers = []
  ) {
    self.action = action
    self.button = button
    self.point = point
    self.modifiers = modifiers
  }
}
