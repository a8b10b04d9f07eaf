// LogitKernel
