#include "stages/extract/text_match.h"

#define PCRE2_CODE_UNIT_WIDTH 8  // bits: shadows are ASCII
#include <pcre2.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
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

struct FreeCode {
  void operator()(pcre2_code* code) const { ::pcre2_code_free(code); }
};
struct FreeMatch {
  void operator()(pcre2_match_data* data) const {
    ::pcre2_match_data_free(data);
  }
};

// What the thread's last search found; grows with the pattern of most groups.
pcre2_match_data* Found(std::uint32_t groups) {
  thread_local std::unique_ptr<pcre2_match_data, FreeMatch> found;
  if (!found || ::pcre2_get_ovector_count(found.get()) <= groups) {
    found.reset(::pcre2_match_data_create(groups + 1, nullptr));
  }
  return found.get();
}

PCRE2_SPTR BytesOf(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
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

struct Pattern::Compiled {
  std::unique_ptr<pcre2_code, FreeCode> code;
  std::uint32_t groups = 0;

  // The first match in `within` that begins at `from` or, unless `options` say
  // otherwise, later.
  std::optional<Match> Search(std::string_view text, TextSpan within,
                              std::int32_t from,
                              std::uint32_t options = 0) const {
    if (within.start < 0 || within.start > within.end ||
        static_cast<std::size_t>(within.end) > text.size()) {
      return std::nullopt;
    }
    const auto start = static_cast<std::size_t>(within.start);
    const auto size = static_cast<std::size_t>(within.end - within.start);
    pcre2_match_data* found = Found(groups);
    if (::pcre2_match(code.get(), BytesOf(text.substr(start, size)), size,
                      static_cast<std::size_t>(from) - start, options, found,
                      nullptr) <= 0) {
      return std::nullopt;
    }
    const PCRE2_SIZE* ends = ::pcre2_get_ovector_pointer(found);
    const auto span_of = [&](std::size_t group) {
      if (ends[2 * group] == PCRE2_UNSET) return TextSpan{-1, -1};
      return TextSpan{
          within.start + static_cast<std::int32_t>(ends[2 * group]),
          within.start + static_cast<std::int32_t>(ends[2 * group + 1])};
    };
    Match match{span_of(0), {}};
    match.groups.reserve(groups);
    for (std::size_t i = 1; i <= groups; ++i) {
      match.groups.push_back(span_of(i));
    }
    return match;
  }
};

Pattern::Pattern(std::string_view ascii_regex) : compiled_(new Compiled) {
  int error = 0;
  std::size_t place = 0;
  compiled_->code.reset(::pcre2_compile(
      BytesOf(ascii_regex), ascii_regex.size(), 0, &error, &place, nullptr));
  if (!compiled_->code ||
      ::pcre2_pattern_info(compiled_->code.get(), PCRE2_INFO_CAPTURECOUNT,
                           &compiled_->groups) != 0) {
    std::abort();
  }
}
Pattern::~Pattern() = default;

std::optional<Match> Pattern::Find(std::string_view text,
                                   TextSpan within) const {
  return compiled_->Search(text, within, within.start);
}

std::vector<Match> Pattern::FindAll(std::string_view text,
                                    TextSpan within) const {
  std::vector<Match> matches;
  std::int32_t from = within.start;
  while (from <= within.end) {
    auto match = compiled_->Search(text, within, from);
    if (!match) break;
    // After an empty match, one character on.
    from = std::max(match->span.end, match->span.start + 1);
    matches.push_back(std::move(*match));
  }
  return matches;
}

std::optional<Match> Pattern::MatchStart(std::string_view text,
                                         TextSpan within) const {
  return compiled_->Search(text, within, within.start, PCRE2_ANCHORED);
}

}  // namespace donthu
