// Orders of work for the tests of determinism.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace donthu {

// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): the same order everywhere,
// which std::shuffle does not promise. Seed 0 leaves every order as it is.
class Shuffler {
 public:
  explicit Shuffler(std::uint64_t seed) : seed_(seed), state_(seed) {}

  template <typename T>
  void Shuffle(std::vector<T>& items) {
    if (seed_ == 0) return;
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[Next() % i]);
    }
  }

 private:
  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t seed_;
  std::uint64_t state_;
};

}  // namespace donthu
