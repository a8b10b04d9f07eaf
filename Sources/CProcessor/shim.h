#ifndef LOGITSCOPE_CPROCESSOR_SHIM_H
#define LOGITSCOPE_CPROCESSOR_SHIM_H

#include <stdbool.h>

// What the processor and the operating system offer together, asked once.

static inline bool logitscope_has_avx2(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return false;
#endif
}

static inline bool logitscope_has_avx512(void) {
#if defined(__x86_64__)
  return logitscope_has_avx2() && __builtin_cpu_supports("avx512f")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512bw");
#else
  return false;
#endif
}

#endif
