#include "stages/extract/seen_words.h"

#include <algorithm>

namespace donthu {
namespace {

constexpr std::string_view kNines = "999999999999";

std::string_view ShapeOf(const LetterView& view, TextSpan word) {
  const char first = view.ShapeAt(word.start);
  if (first == '\n') return "nl";
  if (first == '9') return "9";
  if (first == 'a') return "a";
  if (first != 'A') return view.Folded({word.start, word.start + 1});
  const char second = view.ShapeAt(word.start + 1);
  if (word.end - word.start == 1 || second == 'A') return "A";
  return "Aa";
}

Seen SeenOf(const LetterView& view, TextSpan word) {
  const std::string_view shape = ShapeOf(view, word);
  const std::string_view text = view.Folded(word);
  const bool digits =
      shape == "9" && std::all_of(text.begin(), text.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (digits) {
    return {kNines.substr(0, std::min(text.size(), kNines.size())), shape, 0};
  }
  const Hashed hashed(text);
  return {hashed, shape, RolesOf(hashed)};
}

Hashed ZoneOf(const Zones& zones, int line) {
  const auto in = [&](LineRange range) {
    return line >= range.first && line < range.last;
  };
  if (in(zones.title)) return "t";
  if (in(zones.recipients)) return "r";
  if (in(zones.signature)) return "s";
  return in(zones.body) ? "b" : "h";
}

}  // namespace

SeenWords::SeenWords(const LetterView& view, const Zones& zones,
                     const std::vector<TextSpan>& words) {
  seen_.reserve(words.size());
  for (const TextSpan word : words) seen_.push_back(SeenOf(view, word));
  FindRuns();
  FindSentences();
  FindZones(view, zones, words);
}

Seen SeenWords::At(std::size_t i, int offset) const {
  const auto at = static_cast<std::ptrdiff_t>(i) + offset;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(seen_.size())) {
    return Seen();
  }
  return seen_[static_cast<std::size_t>(at)];
}

int SeenWords::TimesTitled(std::string_view word) const {
  const auto found = titled_.find(word);
  return found == titled_.end() ? 0 : found->second;
}

void SeenWords::FindRuns() {
  runs_.resize(seen_.size());
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    if (!seen_[i].IsCapital()) continue;
    std::size_t last = i;
    while (last + 1 < seen_.size() && seen_[last + 1].IsCapital()) ++last;
    for (std::size_t k = i; k <= last; ++k) runs_[k] = {i, last};
    if (i > 0 && seen_[i - 1].Is(kIsTitle)) {
      ++titled_[seen_[last].text.text];
    }
    i = last;
  }
}

bool SeenWords::IsPair(std::size_t i, std::string_view one,
                       std::string_view two) const {
  return seen_[i].text == one && i + 1 < seen_.size() &&
         seen_[i + 1].text == two;
}

void SeenWords::FindSentences() {
  sentences_.resize(seen_.size());
  after_verb_.resize(seen_.size(), kNoVerb);
  int denounces = 0;
  int complains = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    denounces += IsPair(i, "to", "cao") ? 1 : 0;
    complains += IsPair(i, "khieu", "nai") ? 1 : 0;
    const bool ends = seen_[i].shape == "nl" || seen_[i].shape == ".";
    if (!ends && i + 1 < seen_.size()) continue;
    ReadSentence(first, i);
    first = i + 1;
  }
  letter_kind_ = denounces > complains && denounces > 1 ? "denounces"
                 : complains > 1                        ? "complains"
                                                        : "asks";
}

void SeenWords::ReadSentence(std::size_t first, std::size_t last) {
  Sentence sentence;
  int since = kNoVerb;
  for (std::size_t i = first; i <= last; ++i) {
    const bool charges = IsPair(i, "to", "cao") || IsPair(i, "khieu", "nai") ||
                         IsPair(i, "xu", "ly");
    if (charges || IsPair(i, "phan", "anh")) since = 0;
    after_verb_[i] = since;
    since = std::min(since + 1, kNoVerb);
    sentence.accuses = sentence.accuses || charges || IsPair(i, "vi", "pham") ||
                       IsPair(i, "ky", "luat") || IsPair(i, "cach", "chuc") ||
                       IsPair(i, "bi", "to");
    const Hashed& word = seen_[i].text;
    sentence.asks = sentence.asks || word == "xin" || word == "mong" ||
                    IsPair(i, "de", "nghi") || IsPair(i, "kien", "nghi") ||
                    IsPair(i, "yeu", "cau");
  }
  for (std::size_t i = first; i <= last; ++i) sentences_[i] = sentence;
}

void SeenWords::FindZones(const LetterView& view, const Zones& zones,
                          const std::vector<TextSpan>& words) {
  zones_at_.reserve(words.size());
  int line = words.empty() ? 0 : view.LineAt(words[0].start);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && seen_[i - 1].shape == "nl") line = view.LineAt(words[i].start);
    zones_at_.push_back(ZoneOf(zones, line));
  }
}

}  // namespace donthu
