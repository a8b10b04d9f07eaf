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

// Asks for the memory at an address, which may lie past the end of anything.
static inline __attribute__((always_inline)) void logitscope_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#if defined(__AVX512F__)

// Sixteen entries of a table of 32, which Swift has no operation for.

typedef float logitscope_floats __attribute__((vector_size(64)));
typedef unsigned logitscope_indices __attribute__((vector_size(64)));

static inline __attribute__((always_inline)) logitscope_floats logitscope_entry(
    logitscope_indices index, logitscope_floats lower, logitscope_floats upper) {
  typedef int indices __attribute__((vector_size(64)));
  return __builtin_ia32_vpermi2varps512(lower, (indices)index, upper);
}

#endif

#endif
