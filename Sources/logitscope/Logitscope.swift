import ArgumentParser

@main struct Logitscope: ParsableCommand {
  mutating func run() throws {}
}
