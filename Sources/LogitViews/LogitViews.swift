// LogitViews
