// The adapter to ICU and PCRE2: folding and patterns over a letter's text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"

namespace donthu {

// Two shadows of a text, one ASCII byte for each of its code points, so that
// an offset into them is an offset in code points.
struct TextShadows {
  // Lower case without marks ("đ" is "d"), dashes "-", quotes "\"", colons
  // ":", ellipses "."; any other character "~". Tone placement and most of
  // OCR's damage to marks vanish here: hòa, hoà and hoa are one.
  std::string folded;
  // 'A' for an upper-case letter, 'a' for a lower-case one, '9' for a digit;
  // else as `folded`.
  std::string shape;
};

// `text`: valid UTF-8, NFC, within the BMP.
TextShadows ShadowsOf(std::string_view text);

struct Match {
  TextSpan span;
  std::vector<TextSpan> groups;  // group 1 first; {-1, -1} where unmatched

  bool Has(std::size_t group) const { return groups[group].start >= 0; }
};

// A regular expression of PCRE2 over a shadow. "^" and "$" match the ends of
// the span searched; a span that is no part of the text holds nothing.
// Thread-safe once made. A pattern that does not compile is a bug of ours and
// ends the program where it is made.
class Pattern {
 public:
  explicit Pattern(std::string_view ascii_regex);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  std::optional<Match> Find(std::string_view text, TextSpan within) const;
  std::vector<Match> FindAll(std::string_view text, TextSpan within) const;
  // From the span's first character on, not necessarily to its end.
  std::optional<Match> MatchStart(std::string_view text, TextSpan within) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace donthu
