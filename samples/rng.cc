#include "samples/rng.h"

#include <cmath>

namespace donthu::samples {
namespace {

constexpr std::uint64_t kGamma = 0x9e3779b97f4a7c15ULL;

std::uint64_t Mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

double ToUnit(std::uint64_t bits) {
  return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

double Smooth(double t) { return t * t * (3.0 - 2.0 * t); }

}  // namespace

Rng Rng::Fork(std::string_view purpose) const {
  return Rng(Mix(state_ ^ Hash(purpose)));
}

std::uint64_t Rng::Next() {
  state_ += kGamma;
  return Mix(state_);
}

double Rng::Unit() { return ToUnit(Next()); }

double Rng::Between(double low, double high) {
  return low + (high - low) * Unit();
}

int Rng::Whole(int low, int high) {
  return low + static_cast<int>(Unit() * (high - low + 1));
}

double Rng::Bell() {
  // Four uniforms: variance 4/12.
  const double sum = Unit() + Unit() + Unit() + Unit();
  return (sum - 2.0) * 1.7320508075688772;
}

std::uint64_t Hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

std::uint64_t HashAt(std::uint64_t seed, int x, int y) {
  const auto ux = static_cast<std::uint32_t>(x);
  const auto uy = static_cast<std::uint32_t>(y);
  return Mix(seed + kGamma * ((std::uint64_t{uy} << 32) | ux));
}

double UnitAt(std::uint64_t seed, int x, int y) {
  return ToUnit(HashAt(seed, x, y));
}

double CloudAt(std::uint64_t seed, double x, double y, double cell) {
  const double u = x / cell;
  const double v = y / cell;
  const int i = static_cast<int>(std::floor(u));
  const int j = static_cast<int>(std::floor(v));
  const double s = Smooth(u - i);
  const double t = Smooth(v - j);
  const double top = UnitAt(seed, i, j) * (1 - s) + UnitAt(seed, i + 1, j) * s;
  const double low =
      UnitAt(seed, i, j + 1) * (1 - s) + UnitAt(seed, i + 1, j + 1) * s;
  return top * (1 - t) + low * t;
}

}  // namespace donthu::samples
