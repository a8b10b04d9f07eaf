import Glibc
import Testing

@testable import CursesTerminal

@Suite struct CursesCaptureTests {
  @Test func `what is written during an update is gathered and not sent`() {
    let pty = PseudoTerminal()
    let copy = dup(pty.slave)
    defer { close(copy) }
    let capture = CursesCapture(descriptor: copy, terminal: pty.slave)
    defer { capture.close() }
    for text in ["one", "", "a longer one"] {
      let bytes = capture.bytes {
        for byte in text.utf8 { _ = withUnsafeBytes(of: byte) { write(copy, $0.baseAddress, 1) } }
      }
      #expect(String(decoding: bytes, as: UTF8.self) == text)
      #expect(pty.output().isEmpty)
    }
  }

  @Test func `afterwards the descriptor leads to the terminal again`() {
    let pty = PseudoTerminal()
    let copy = dup(pty.slave)
    defer { close(copy) }
    let capture = CursesCapture(descriptor: copy, terminal: pty.slave)
    defer { capture.close() }
    _ = capture.bytes {}
    _ = Array("direct".utf8).withUnsafeBytes { write(copy, $0.baseAddress, $0.count) }
    #expect(pty.output() == "direct" && isatty(copy) == 1)
  }
}
