// LogitKernel tests
