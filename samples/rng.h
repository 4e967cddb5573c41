// Chance that is the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace donthu::samples {

// splitmix64 (Steele, Lea and Flood, 2014): each number is a hash of a
// counter, so the standard library's distributions play no part.
class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_(seed) {}
  // A stream of its own for each thing that is drawn: what one part takes
  // does not move what another gets.
  Rng Fork(std::string_view purpose) const;

  std::uint64_t Next();
  double Unit();                            // [0, 1)
  double Between(double low, double high);  // [low, high)
  int Whole(int low, int high);             // low to high, both included
  double Bell();                            // mean 0, deviation 1, within 3.5
  bool Chance(double probability) { return Unit() < probability; }

 private:
  std::uint64_t state_;
};

// One of a list that is not empty, each as likely.
template <typename List>
const auto& AnyOf(const List& list, Rng& rng) {
  return list[static_cast<std::size_t>(
      rng.Whole(0, static_cast<int>(list.size()) - 1))];
}

std::uint64_t Hash(std::string_view text);  // FNV-1a
// A hash of a pixel, for noise without a running state.
std::uint64_t HashAt(std::uint64_t seed, int x, int y);
// The same as [0, 1).
double UnitAt(std::uint64_t seed, int x, int y);
// Smooth noise in [0, 1): bilinear between random values on a lattice of
// `cell` pixels.
double CloudAt(std::uint64_t seed, double x, double y, double cell);

}  // namespace donthu::samples
