// For programs whose every failure ends them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "models/result.h"

namespace donthu::bench {

template <typename T>
T Must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "error: %s: %s\n", result.error().subject.c_str(),
               result.error().detail.c_str());
  std::exit(1);
}

}  // namespace donthu::bench
