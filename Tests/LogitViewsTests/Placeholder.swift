// LogitViews tests
