// TerminalCells
