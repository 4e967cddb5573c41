#include "stages/archive/decimals.h"

#include <array>
#include <charconv>
#include <cmath>

namespace donthu {

std::string Decimal(double value, int places) {
  std::array<char, 64> buffer;
  if (!std::isfinite(value) || std::abs(value) > 1e15) value = 0.0;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                 value, std::chars_format::fixed, places);
  std::string text(buffer.data(), end.ptr);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace donthu
