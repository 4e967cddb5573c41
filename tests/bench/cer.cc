#include "tests/bench/cer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "tests/bench/edit_distance.h"

namespace donthu::bench {
namespace {

icu::UnicodeString Composed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  icu::UnicodeString composed = nfc->normalize(text, status);
  if (U_FAILURE(status)) std::abort();  // ICU without its own data
  return composed;
}

// Numbers words, so that a word is compared as one symbol.
class WordNumbers {
 public:
  std::u32string Number(std::u32string_view text) {
    std::u32string numbers;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(U' '), text.size());
      const std::u32string word(text.substr(0, end));
      const auto next = static_cast<char32_t>(numbers_.size());
      numbers += numbers_.try_emplace(word, next).first->second;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return numbers;
  }

 private:
  std::map<std::u32string, char32_t> numbers_;
};

ErrorCount Count(std::u32string_view truth, std::u32string_view read) {
  return {EditDistance(truth, read), static_cast<std::int64_t>(truth.size())};
}

}  // namespace

double Rate(const ErrorCount& count) {
  if (count.length == 0) return count.errors == 0 ? 0.0 : 1.0;
  return static_cast<double>(count.errors) / static_cast<double>(count.length);
}

TextErrors& operator+=(TextErrors& sum, const TextErrors& page) {
  sum.characters.errors += page.characters.errors;
  sum.characters.length += page.characters.length;
  sum.words.errors += page.words.errors;
  sum.words.length += page.words.length;
  return sum;
}

std::u32string Comparable(std::string_view utf8) {
  const icu::UnicodeString text = Composed(utf8);
  std::u32string kept;
  bool space = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isUWhiteSpace(c)) {
      space = true;
      continue;
    }
    if (space && !kept.empty()) kept += U' ';
    space = false;
    kept += static_cast<char32_t>(c);
  }
  return kept;
}

TextErrors CompareTexts(std::string_view truth, std::string_view read) {
  const std::u32string truth_text = Comparable(truth);
  const std::u32string read_text = Comparable(read);
  WordNumbers words;
  const std::u32string truth_words = words.Number(truth_text);
  return {Count(truth_text, read_text),
          Count(truth_words, words.Number(read_text))};
}

}  // namespace donthu::bench
