// LogitExplorer tests
