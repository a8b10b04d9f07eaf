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

// Vectors as Swift has them, and what it has no operation for, or none that stays one instruction.

typedef float logitscope_floats __attribute__((vector_size(64)));
typedef double logitscope_doubles __attribute__((vector_size(64)));

// The greatest and the least of numbers without NaN, and a sum. Swift has these too, but as functions
// that would be compiled for a wide set and called by all of the program, or lane by lane.

static inline __attribute__((always_inline)) float logitscope_extreme_float(
    logitscope_floats a, bool greatest) {
  typedef int integers __attribute__((vector_size(64)));
  integers bits = (integers)a;
  bits ^= (bits >> 31) & 0x7fffffff;
  int best = greatest ? __builtin_reduce_max(bits) : __builtin_reduce_min(bits);
  best ^= (best >> 31) & 0x7fffffff;
  float result;
  __builtin_memcpy(&result, &best, sizeof result);
  return result;
}

static inline __attribute__((always_inline)) double logitscope_extreme_double(
    logitscope_doubles a, bool greatest) {
  typedef long long integers __attribute__((vector_size(64)));
  integers bits = (integers)a;
  bits ^= (bits >> 63) & 0x7fffffffffffffff;
  long long best = greatest ? __builtin_reduce_max(bits) : __builtin_reduce_min(bits);
  best ^= (best >> 63) & 0x7fffffffffffffff;
  double result;
  __builtin_memcpy(&result, &best, sizeof result);
  return result;
}

// The sum of a - b + c over all lanes, in binary64.
static inline __attribute__((always_inline)) double logitscope_total(
    logitscope_floats a, logitscope_floats b, logitscope_floats c) {
  typedef double doubles16 __attribute__((vector_size(128)));
  typedef double doubles4 __attribute__((vector_size(32)));
  typedef double doubles2 __attribute__((vector_size(16)));
  doubles16 all = (__builtin_convertvector(a, doubles16) - __builtin_convertvector(b, doubles16))
      + __builtin_convertvector(c, doubles16);
  logitscope_doubles eight = __builtin_shufflevector(all, all, 0, 1, 2, 3, 4, 5, 6, 7)
      + __builtin_shufflevector(all, all, 8, 9, 10, 11, 12, 13, 14, 15);
  doubles4 four = __builtin_shufflevector(eight, eight, 0, 1, 2, 3)
      + __builtin_shufflevector(eight, eight, 4, 5, 6, 7);
  doubles2 two = __builtin_shufflevector(four, four, 0, 1)
      + __builtin_shufflevector(four, four, 2, 3);
  return two[0] + two[1];
}

#if defined(__FMA__)

// a times b plus c, rounded once. Swift's own goes lane by lane, and not always back together.

static inline __attribute__((always_inline)) logitscope_floats logitscope_fused_floats(
    logitscope_floats a, logitscope_floats b, logitscope_floats c) {
  return __builtin_elementwise_fma(a, b, c);
}

static inline __attribute__((always_inline)) logitscope_doubles logitscope_fused_doubles(
    logitscope_doubles a, logitscope_doubles b, logitscope_doubles c) {
  return __builtin_elementwise_fma(a, b, c);
}

#endif

#if defined(__AVX512F__)

// The lesser and the greater in each lane; b where a is NaN, and one instruction whatever is around it.

static inline __attribute__((always_inline)) logitscope_floats logitscope_lesser(
    logitscope_floats a, logitscope_floats b) {
  return __builtin_ia32_minps512(a, b, 4);
}

static inline __attribute__((always_inline)) logitscope_floats logitscope_greater(
    logitscope_floats a, logitscope_floats b) {
  return __builtin_ia32_maxps512(a, b, 4);
}

static inline __attribute__((always_inline)) logitscope_doubles logitscope_greater_doubles(
    logitscope_doubles a, logitscope_doubles b) {
  return __builtin_ia32_maxpd512(a, b, 4);
}

// Sixteen entries of a table of 32.

typedef unsigned logitscope_indices __attribute__((vector_size(64)));

static inline __attribute__((always_inline)) logitscope_floats logitscope_entry(
    logitscope_indices index, logitscope_floats lower, logitscope_floats upper) {
  typedef int indices __attribute__((vector_size(64)));
  return __builtin_ia32_vpermi2varps512(lower, (indices)index, upper);
}

// The sums of two numbers each, times factors, rounded once.
static inline __attribute__((always_inline)) logitscope_floats logitscope_scaled_pairs(
    logitscope_floats high, logitscope_floats low, logitscope_doubles factors) {
  typedef double doubles __attribute__((vector_size(128)));
  doubles sums = __builtin_convertvector(high, doubles) + __builtin_convertvector(low, doubles);
  doubles twice = __builtin_shufflevector(
      factors, factors, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
  return __builtin_convertvector(sums * twice, logitscope_floats);
}

#endif

#endif
