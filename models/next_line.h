// Text line by line, as views.
#pragma once

#include <algorithm>
#include <string_view>

namespace donthu {

// Takes the first line and its U+000A off `text`; empty where there is none.
inline std::string_view NextLine(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

}  // namespace donthu
