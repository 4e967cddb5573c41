// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/): a hash that is
// the same on every machine. Its low bits are poor for short text.
#pragma once

#include <cstdint>
#include <string_view>

namespace donthu {

inline constexpr std::uint64_t kFnvStart = 14695981039346656037U;

// Goes on from `hash`: Fnv("b", Fnv("a")) is Fnv("ab").
constexpr std::uint64_t Fnv(std::string_view bytes,
                            std::uint64_t hash = kFnvStart) {
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  }
  return hash;
}

}  // namespace donthu
