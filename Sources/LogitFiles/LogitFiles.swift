// LogitFiles
