import Testing

@testable import TerminalCells

@Suite struct InputDecoderMouseTests {
  func mouse(
    _ action: MouseEvent.Action, _ button: MouseEvent.Button, _ row: Int, _ column: Int,
    _ modifiers: Key.Modifiers = []
  ) -> InputEvent {
    .mouse(MouseEvent(action, button, at: Point(row: row, column: column), modifiers: modifiers))
  }

  @Test func `clicks, drags and wheels are told apart`() {
    let text = "[<0;1;1M[<32;5;2M[<0;5;2m[<2;3;4M[<1;3;4M[<64;9;9M[<65;9;9M"
    #expect(
      decoded(Self.bytes(text)) == [
        mouse(.press, .left, 0, 0), mouse(.drag, .left, 1, 4), mouse(.release, .left, 1, 4),
        mouse(.press, .right, 3, 2), mouse(.press, .middle, 3, 2), mouse(.wheelUp, .none, 8, 8),
        mouse(.wheelDown, .none, 8, 8),
      ])
  }

  @Test func `coordinates go beyond three hundred`() {
    #expect(decoded(Self.bytes("[<0;1023;512M")) == [mouse(.press, .left, 511, 1022)])
  }

  @Test func `modifiers come with the mouse`() {
    #expect(
      decoded(Self.bytes("[<20;1;1M[<8;1;1M")) == [
        mouse(.press, .left, 0, 0, [.shift, .control]), mouse(.press, .left, 0, 0, .alt),
      ])
  }

  @Test func `impossible mouse reports are dropped`() {
    let text =
      "[<0;0;1M[<0;1M[<;;M[<0;1;1;1M[<35;2;2M[<66;2;2M[<200;2;2M[<99999999999999999999;1;1M[<0;-1;1M"
    #expect(decoded(Self.bytes(text)).isEmpty)
  }

  @Test func `the old form still works`() {
    #expect(
      decoded([0x1B, 0x5B, 0x4D, 32, 33, 34, 0x1B, 0x5B, 0x4D, 35, 33, 34]) == [
        mouse(.press, .left, 1, 0), mouse(.release, .none, 1, 0),
      ])
    #expect(decoded([0x1B, 0x5B, 0x4D, 96, 255, 34]) == [mouse(.wheelUp, .none, 1, 222)])
  }

  /// Each report after an Escape.
  static func bytes(_ text: String) -> [UInt8] {
    Array(text.replacing("[", with: "\u{1B}[").utf8)
  }
}
