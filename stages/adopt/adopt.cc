#include "stages/adopt/adopt.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "models/legacy_encodings.h"
#include "models/vietnamese.h"

namespace donthu {
namespace {

// A page of a letter has less than a thousand.
constexpr std::size_t kMostWords = 20000;
constexpr std::size_t kLongestWord = 64;  // code points
// Of the words of the file that lie on words that were read: so many must be
// nearly the same, or the file's text is not what is seen.
constexpr double kLeastAgreement = 0.6;

struct FileWord {
  std::u32string text;
  BoxPx box;
};

bool IsText(char32_t c) {
  const bool is_private = c >= 0xE000 && c <= 0xF8FF;
  return c >= 0x20 && c != 0x7F && c < 0x10000 && c != 0xFFFD && !is_private;
}

std::vector<FileWord> DecodedWords(const std::vector<NamedWord>& words) {
  std::u32string all;
  for (const NamedWord& word : words) all += CodePointsOf(word.text) + U' ';
  const TextEncoding encoding = EncodingOf(all);
  std::vector<FileWord> decoded;
  for (const NamedWord& word : words) {
    std::u32string text = FromEncoding(encoding, CodePointsOf(word.text));
    const bool sound = !text.empty() && text.size() <= kLongestWord &&
                       std::all_of(text.begin(), text.end(), &IsText) &&
                       text.find(U' ') == std::u32string::npos;
    if (sound) decoded.push_back({std::move(text), word.box});
  }
  std::stable_sort(decoded.begin(), decoded.end(),
                   [](const FileWord& a, const FileWord& b) {
                     return a.box.top_px < b.box.top_px;
                   });
  return decoded;
}

// Both cover more than half of the other across, and one the middle of the
// other's height.
bool LieTogether(const BoxPx& a, const BoxPx& b) {
  const BoxPx common = Intersection(a, b);
  if (common.empty()) return false;
  const int across = 2 * common.width_px();
  if (across <= a.width_px() || across <= b.width_px()) return false;
  const auto holds_middle = [](const BoxPx& outer, const BoxPx& inner) {
    const int middle = (inner.top_px + inner.bottom_px) / 2;
    return middle >= outer.top_px && middle < outer.bottom_px;
  };
  return holds_middle(a, b) || holds_middle(b, a);
}

// Levenshtein's.
std::size_t Distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

bool AreNearlyTheSame(std::u32string_view a, std::u32string_view b) {
  const std::u32string left = BareLetters(a);
  const std::u32string right = BareLetters(b);
  return 2 * Distance(left, right) <= std::min(left.size(), right.size());
}

bool AreCapitals(std::u32string_view text) {
  const auto is_small = [](char32_t c) { return IsLetter(c) && !IsUpper(c); };
  return std::any_of(text.begin(), text.end(), &IsUpper) &&
         std::none_of(text.begin(), text.end(), is_small);
}

std::u32string InCaseOf(std::u32string_view seen, std::u32string text) {
  if (seen.size() > 1 && AreCapitals(seen)) {
    std::transform(text.begin(), text.end(), text.begin(), &UpperOf);
  }
  return text;
}

// The words of a file by place.
class FileText {
 public:
  explicit FileText(std::vector<FileWord> words) : words_(std::move(words)) {
    for (const FileWord& word : words_) {
      tallest_px_ = std::max(tallest_px_, word.box.height_px());
    }
  }

  // The only one that lies on `box`; none or several: null.
  const FileWord* On(const BoxPx& box) const {
    const auto from = std::lower_bound(
        words_.begin(), words_.end(), box.top_px - tallest_px_,
        [](const FileWord& word, int top) { return word.box.top_px < top; });
    const FileWord* found = nullptr;
    for (auto at = from; at != words_.end() && at->box.top_px < box.bottom_px;
         ++at) {
      if (!LieTogether(at->box, box)) continue;
      if (found != nullptr) return nullptr;
      found = &*at;
    }
    return found;
  }

 private:
  std::vector<FileWord> words_;  // by their tops
  int tallest_px_ = 0;
};

}  // namespace

Result<Adopt::Output> Adopt::Run(Input input) const {
  Output out{std::move(input.text), 0.0};
  if (input.words.empty() || input.words.size() > kMostWords) return out;
  const FileText file(DecodedWords(input.words));
  int all = 0;
  int together = 0;
  std::vector<std::pair<Word*, std::string>> taken;
  EachWord(out.text, [&](Word& word) {
    ++all;
    const FileWord* on = file.On(BoxAround(input.to_source, word.box));
    if (on == nullptr) return;
    ++together;
    const std::u32string seen = CodePointsOf(word.text);
    if (!AreNearlyTheSame(seen, on->text)) return;
    taken.emplace_back(&word, Utf8Of(InCaseOf(seen, on->text)));
  });
  if (taken.empty() || static_cast<double>(taken.size()) <
                           kLeastAgreement * static_cast<double>(together)) {
    return out;
  }
  for (auto& [word, text] : taken) {
    word->text = std::move(text);
    word->confidence = 1.0;
  }
  out.share = static_cast<double>(taken.size()) / all;
  return out;
}

}  // namespace donthu
