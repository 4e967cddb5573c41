// Text with its hash.
#pragma once

#include <cstdint>
#include <string_view>

#include "models/fnv.h"

namespace donthu {

// The hash is made once.
struct Hashed {
  std::string_view text;
  std::uint64_t hash = kFnvStart;

  Hashed() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a piece of a cue is text
  Hashed(std::string_view of) : text(of), hash(Fnv(of)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Hashed(const char* of) : Hashed(std::string_view(of)) {}

  friend bool operator==(const Hashed& a, std::string_view b) {
    return a.text == b;
  }
};

}  // namespace donthu
