// CursesTerminal tests
