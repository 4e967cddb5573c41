#include "models/text_offsets.h"

#include <algorithm>

namespace donthu {
namespace {

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

int CodePointCount(std::string_view utf8) {
  return static_cast<int>(std::count_if(
      utf8.begin(), utf8.end(), [](char b) { return !IsContinuation(b); }));
}

TextOffsets::TextOffsets(std::string_view utf8) : text_(utf8) {
  starts_.reserve(utf8.size() + 1);
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (!IsContinuation(utf8[i])) starts_.push_back(i);
  }
  starts_.push_back(utf8.size());
}

std::size_t TextOffsets::ByteOf(int index) const {
  return starts_[static_cast<std::size_t>(std::clamp(index, 0, size()))];
}

int TextOffsets::IndexOf(std::size_t byte) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), byte);
  return std::max(0, static_cast<int>(after - starts_.begin()) - 1);
}

std::string_view TextOffsets::Cut(TextSpan span) const {
  const std::size_t start = ByteOf(span.start);
  const std::size_t end = std::max(start, ByteOf(span.end));
  return text_.substr(start, end - start);
}

}  // namespace donthu
