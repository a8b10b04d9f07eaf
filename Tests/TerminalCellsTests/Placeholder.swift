// TerminalCells tests
