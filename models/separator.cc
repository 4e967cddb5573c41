#include "models/separator.h"

#include <algorithm>
#include <cstddef>

namespace donthu {
namespace {

constexpr std::string_view kAnyVersion = "DONTHU:SEPARATOR:";
// The sheet has 30 words; the engine may read its codes as some more.
constexpr std::size_t kMostWords = 80;

std::size_t WordCount(const PageText& text) {
  std::size_t words = 0;
  for (const Block& block : text.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) words += line.words.size();
    }
  }
  return words;
}

}  // namespace

bool IsSeparatorSheet(const std::vector<BarcodeMark>& codes,
                      const PageText& text) {
  const bool coded =
      std::any_of(codes.begin(), codes.end(), [](const BarcodeMark& code) {
        return code.text.compare(0, kAnyVersion.size(), kAnyVersion) == 0;
      });
  return coded && WordCount(text) <= kMostWords;
}

}  // namespace donthu
