#include "stages/extract/text_match.h"

#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>
#include <utility>

namespace donthu {
namespace {

constexpr char kOtherSign = '~';

char PunctuationOf(char16_t c) {
  if (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2022 || c == 0x2212) {
    return '-';
  }
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return '\'';
  if (c == 0x201C || c == 0x201D || c == 0x00AB || c == 0x00BB) return '"';
  if (c == 0x2026) return '.';
  return kOtherSign;
}

char BaseLetterOf(char16_t c, const icu::Normalizer2* nfd) {
  if (c == 0x0111 || c == 0x0110) return 'd';
  icu::UnicodeString decomposed;
  if (!nfd->getDecomposition(c, decomposed)) return kOtherSign;
  const UChar32 base = u_tolower(decomposed.char32At(0));
  return base >= 'a' && base <= 'z' ? static_cast<char>(base) : kOtherSign;
}

char FoldedOf(char16_t c, const icu::Normalizer2* nfd) {
  if (c < 0x80) return static_cast<char>(u_tolower(c));
  return u_isalpha(c) ? BaseLetterOf(c, nfd) : PunctuationOf(c);
}

// For every code unit of the BMP; 64 KiB made once save a decomposition a
// letter.
struct ShadowTable {
  std::array<char, 0x10000> folded;
  std::array<char, 0x10000> shape;
};

char ShapeOf(char16_t c, char folded) {
  if (u_isupper(c)) return 'A';
  if (u_isalpha(c)) return 'a';
  return c >= '0' && c <= '9' ? '9' : folded;
}

std::unique_ptr<ShadowTable> MadeTable() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  auto table = std::make_unique<ShadowTable>();
  for (std::size_t i = 0; i < table->folded.size(); ++i) {
    const auto c = static_cast<char16_t>(i);
    const char folded = U_SUCCESS(status) ? FoldedOf(c, nfd) : kOtherSign;
    table->folded[i] = folded;
    table->shape[i] = ShapeOf(c, folded);
  }
  return table;
}

// A matcher is dear to make, and a letter is searched a thousand times.
struct Searcher {
  std::unique_ptr<icu::RegexMatcher> matcher;
  std::uint64_t text = 0;  // number of the text that it is over
};

// Of patterns and of texts: an address may be another's later.
std::uint64_t NextNumber() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

Match MatchOf(const icu::RegexMatcher& matcher) {
  UErrorCode status = U_ZERO_ERROR;
  Match match;
  match.span = {matcher.start(status), matcher.end(status)};
  for (int32_t i = 1; i <= matcher.groupCount(); ++i) {
    match.groups.push_back({matcher.start(i, status), matcher.end(i, status)});
  }
  return match;
}

}  // namespace

TextShadows ShadowsOf(std::string_view text) {
  static const std::unique_ptr<ShadowTable> table = MadeTable();
  const auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  TextShadows shadows;
  shadows.folded.reserve(static_cast<std::size_t>(units.length()));
  shadows.shape.reserve(static_cast<std::size_t>(units.length()));
  for (int32_t i = 0; i < units.length(); ++i) {
    shadows.folded.push_back(table->folded[units.charAt(i)]);
    shadows.shape.push_back(table->shape[units.charAt(i)]);
  }
  return shadows;
}

struct SearchText::Held {
  icu::UnicodeString text;
  std::uint64_t number = NextNumber();
};

SearchText::SearchText(const std::string& ascii)
    : held_(new Held{icu::UnicodeString(
          ascii.data(), static_cast<int32_t>(ascii.size()), US_INV)}) {}
SearchText::~SearchText() = default;
SearchText::SearchText(SearchText&&) noexcept = default;
SearchText& SearchText::operator=(SearchText&&) noexcept = default;

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
  std::uint64_t number = NextNumber();

  // Until the next call for this pattern by this thread; nullptr where `within`
  // is no part of the text.
  icu::RegexMatcher* Over(const SearchText& text, TextSpan within) const {
    thread_local std::unordered_map<std::uint64_t, Searcher> searchers;
    UErrorCode status = U_ZERO_ERROR;
    Searcher& searcher = searchers[number];
    if (!searcher.matcher) {
      searcher.matcher.reset(pattern->matcher(text.held_->text, status));
      if (U_FAILURE(status)) return nullptr;
    } else if (searcher.text != text.held_->number) {
      searcher.matcher->reset(text.held_->text);
    }
    searcher.text = text.held_->number;
    searcher.matcher->region(within.start, within.end, status);
    return U_SUCCESS(status) ? searcher.matcher.get() : nullptr;
  }
};

Pattern::Pattern(std::string_view ascii_regex) : compiled_(new Compiled) {
  UErrorCode status = U_ZERO_ERROR;
  compiled_->pattern.reset(icu::RegexPattern::compile(
      icu::UnicodeString::fromUTF8(icu::StringPiece(
          ascii_regex.data(), static_cast<int32_t>(ascii_regex.size()))),
      0, status));
  if (U_FAILURE(status)) std::abort();
}
Pattern::~Pattern() = default;

std::optional<Match> Pattern::Find(const SearchText& text,
                                   TextSpan within) const {
  auto* matcher = compiled_->Over(text, within);
  if (matcher == nullptr || !matcher->find()) return std::nullopt;
  return MatchOf(*matcher);
}

std::vector<Match> Pattern::FindAll(const SearchText& text,
                                    TextSpan within) const {
  std::vector<Match> matches;
  auto* matcher = compiled_->Over(text, within);
  while (matcher != nullptr && matcher->find()) {
    matches.push_back(MatchOf(*matcher));
  }
  return matches;
}

std::optional<Match> Pattern::MatchStart(const SearchText& text,
                                         TextSpan within) const {
  auto* matcher = compiled_->Over(text, within);
  UErrorCode status = U_ZERO_ERROR;
  if (matcher == nullptr || !matcher->lookingAt(status)) return std::nullopt;
  return MatchOf(*matcher);
}

}  // namespace donthu
