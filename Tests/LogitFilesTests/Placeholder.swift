// LogitFiles tests
