import Foundation
import Testing

/// The built program in a real terminal, as a person uses it.
@Suite(.serialized) struct SessionTests {
  @Test func `an edited logit moves its probability, and undo brings it back`() throws {
    let tmux = try Tmux()
    try tmux.start()
    try tmux.wait(for: "0.659001", "0.242433", "0.098566")
    try tmux.type("3")
    try tmux.wait(for: "0.840")
    try tmux.press("Enter")
    try tmux.type("u")
    try tmux.wait(for: "0.659001")
  }

  @Test func `Escape takes back what was typed`() throws {
    let tmux = try Tmux()
    try tmux.start()
    try tmux.type("-7")
    try tmux.wait(for: "0.710780")
    try tmux.press("Escape")
    try tmux.wait(for: "0.659001", "0.242433")
  }

  @Test func `a smaller window still shows the classes`() throws {
    let tmux = try Tmux(width: 120, height: 35)
    try tmux.start()
    for (width, height) in [(80, 24), (40, 12), (20, 5), (200, 60)] {
      try tmux.resize(width: width, height: height)
      try tmux.wait(for: "setosa", "0.659")
    }
  }

  @Test func `a pasted vector is asked about, then replaces the logits`() throws {
    let tmux = try Tmux()
    try tmux.start()
    try tmux.paste("[0.0, 1.0, 2.0, 3.0]")
    try tmux.wait(for: "eplace")
    try tmux.type("r")
    try tmux.wait(for: "0.643914", "0.032059")
  }

  @Test func `a saved document opens again as it was`() throws {
    let tmux = try Tmux()
    try tmux.start()
    try tmux.type("5")
    try tmux.press("Enter")
    try tmux.wait(for: "0.974885")
    try tmux.type("w")
    try tmux.press("C-u")
    try tmux.type("kept.toml")
    try tmux.press("Enter")
    try tmux.wait(for: "kept.toml")
    try tmux.type("q")
    try tmux.wait(for: "READY$")
    try tmux.start("kept.toml")
    try tmux.wait(for: "0.974885")
  }

  @Test func `Ctrl-Z gives the shell back, and fg the screen`() throws {
    let tmux = try Tmux()
    try tmux.start()
    try tmux.press("C-z")
    try tmux.wait(for: "Stopped")
    try tmux.type("fg")
    try tmux.press("Enter")
    try tmux.wait(for: "0.659001", absent: ["Stopped"])
    try tmux.type("2")
    try tmux.press("Escape")
    try tmux.wait(for: "0.659001")
  }

  @Test(arguments: [0, SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func `the terminal is left as it was found`(signal: Int32) throws {
    let tmux = try Tmux()
    try tmux.type("stty -a > before; \(Tmux.program); stty -a > after; echo ended")
    try tmux.press("Enter")
    try tmux.wait(for: "0.659001")
    if signal == 0 { try tmux.type("q") } else { try tmux.send(signal: signal) }
    try tmux.wait(for: "ended", "READY$", absent: ["0.659001"])
    let before = try Data(contentsOf: tmux.folder.appending(path: "before"))
    let after = try Data(contentsOf: tmux.folder.appending(path: "after"))
    #expect(!before.isEmpty && before == after)
  }
}
