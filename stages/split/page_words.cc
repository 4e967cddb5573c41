#include "stages/split/page_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "stages/split/folded.h"
#include "stages/split/phrases.h"

namespace donthu {
namespace {

constexpr int kMostItem = 99;
constexpr std::string_view kSelf[] = {"tôi", "Tôi", "TÔI", "tui", "Tui"};

std::vector<std::string_view> WordsIn(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// What a word is without the marks at its end; `ended`: it had some.
std::string_view Bare(std::string_view word, bool& ended) {
  const std::size_t last = word.find_last_not_of(".,:;!?)");
  const std::string_view bare =
      word.substr(0, last == std::string_view::npos ? 0 : last + 1);
  ended = bare.size() < word.size();
  return bare;
}

bool IsSelf(std::string_view bare) {
  return std::find(std::begin(kSelf), std::end(kSelf), bare) != std::end(kSelf);
}

bool HasFigure(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool IsCapitalized(std::string_view bare) {
  const Capitals capitals = CountCapitals(bare);
  return capitals.upper == 1 && capitals.lower >= 1 && !StartsSmall(bare);
}

void AddNames(const PageLine& line, std::vector<std::string>& names) {
  std::string before;
  for (const std::string_view word : WordsIn(line.text)) {
    bool ended = false;
    const std::string_view bare = Bare(word, ended);
    std::string folded = IsCapitalized(bare) ? WithoutMarks(bare) : "";
    if (!before.empty() && !folded.empty()) {
      names.push_back(before);
      names.back().append(" ").append(folded);
    }
    before = ended ? "" : std::move(folded);
  }
}

}  // namespace

PageWords WordsOf(const std::vector<PageLine>& lines) {
  PageWords found;
  int figures = 0;
  int office = 0;
  for (const PageLine& line : lines) {
    for (const std::string_view word : WordsIn(line.text)) {
      bool ended = false;
      ++found.words;
      found.self += IsSelf(Bare(word, ended)) ? 1 : 0;
      figures += HasFigure(word) ? 1 : 0;
    }
    office += HoldsOne(line.folded, kOfficeWords) ? 1 : 0;
    found.presents |= HoldsOne(line.folded, kSelves);
    AddNames(line, found.names);
  }
  const double words = std::max(1, found.words);
  found.figures = figures / words;
  found.office = office / std::max(1.0, static_cast<double>(lines.size()));
  std::sort(found.names.begin(), found.names.end());
  found.names.erase(std::unique(found.names.begin(), found.names.end()),
                    found.names.end());
  return found;
}

int ItemNumberOf(const PageLine& line) {
  constexpr std::string_view kArticle = "dieu ";
  std::string_view rest = line.folded;
  const bool article = rest.substr(0, kArticle.size()) == kArticle;
  if (article) rest.remove_prefix(kArticle.size());
  int number = 0;
  while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9' &&
         number <= kMostItem) {
    number = number * 10 + (rest.front() - '0');
    rest.remove_prefix(1);
  }
  const bool item =
      rest.substr(0, 2) == ". " || (article && rest.substr(0, 1) == ":");
  return item && number <= kMostItem ? number : 0;
}

bool IsName(const PageLine& line) {
  const auto words = WordsIn(line.text);
  return words.size() >= 2 && words.size() <= 5 &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           bool ended = false;
           return IsCapitalized(Bare(word, ended)) && !ended;
         });
}

}  // namespace donthu
