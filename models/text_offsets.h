// Code points and bytes of UTF-8 text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"

namespace donthu {

// Number of code points of valid UTF-8.
int CodePointCount(std::string_view utf8);

// Where each code point of one text begins, in bytes. Build it once where
// many spans of one text are cut.
class TextOffsets {
 public:
  explicit TextOffsets(std::string_view utf8);  // keeps a view of the text

  int size() const { return static_cast<int>(starts_.size()) - 1; }
  // `index` from 0 to size().
  std::size_t ByteOf(int index) const;
  // The code point that holds the byte; `byte` from 0 to the text's length.
  int IndexOf(std::size_t byte) const;
  // Clamped to the text.
  std::string_view Cut(TextSpan span) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace donthu
