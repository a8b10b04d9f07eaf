// LogitExplorer
