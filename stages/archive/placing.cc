#include "stages/archive/placing.h"

#include <algorithm>
#include <set>

namespace donthu {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f\v";

std::multiset<std::string_view> WordsIn(std::string_view text) {
  std::multiset<std::string_view> words;
  while (true) {
    const std::size_t start = text.find_first_not_of(kSpaces);
    if (start == std::string_view::npos) return words;
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find_first_of(kSpaces), text.size());
    words.insert(text.substr(0, end));
    text.remove_prefix(end);
  }
}

bool HoldsWords(std::string_view own_text,
                const std::vector<std::string_view>& words) {
  auto own = WordsIn(own_text);
  std::size_t held = 0;
  for (const std::string_view word : words) {
    const auto found = own.find(word);
    if (found == own.end()) continue;
    own.erase(found);
    ++held;
  }
  return static_cast<double>(held) >=
         kTrustedShare * static_cast<double>(words.size());
}

Placing PlacingInPdf(const EncodedPage& stored,
                     const std::vector<std::string_view>& words) {
  if (stored.pdf.image_object != 0) return Placing::kImage;
  if (WordsIn(stored.pdf.own_text).empty()) return Placing::kPage;
  return HoldsWords(stored.pdf.own_text, words) ? Placing::kOwnText
                                                : Placing::kDrawn;
}

}  // namespace

Placing PlacingOf(const ArchivePage& page,
                  const std::vector<std::string_view>& words,
                  ArchiveForm form) {
  const EncodedPage& stored = page.stored;
  if (page.page.width_px <= 0) return Placing::kEmpty;
  if (stored.coding == PageCoding::kPixels) return Placing::kDrawn;
  if (stored.coding == PageCoding::kPdfPage) {
    const Placing placing = PlacingInPdf(stored, words);
    // Of a page that others composed nobody knows what it holds.
    if (form == ArchiveForm::kPdfA2b && placing != Placing::kImage) {
      return Placing::kDrawn;
    }
    return placing;
  }
  // The output intent is of RGB: it gives DeviceCMYK no meaning.
  if (form == ArchiveForm::kPdfA2b && stored.colour == PageColour::kCmyk) {
    return Placing::kDrawn;
  }
  return Placing::kStored;
}

}  // namespace donthu
