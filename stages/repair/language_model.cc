#include "stages/repair/language_model.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>
#include <sstream>

#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr std::string_view kMagic = "donthu-language-model ";
// A word that no letter held counts as so much of one, among so many of them.
constexpr double kUnseen = 0.02;
constexpr double kUnseenWords = 50000.0;
constexpr long kMostWords = 1000000;

Failure Unusable(std::string detail) {
  return Fail(ErrorCode::kModelMissing, "language model", std::move(detail));
}

bool ReadWords(std::istream& in, long size, LanguageCounts& counts) {
  for (long i = 0; i < size; ++i) {
    std::string text;
    WordCount word;
    if (!(in >> text >> word.count >> word.followers)) return false;
    if (word.count < 1 || word.followers < 0) return false;
    word.text = CodePointsOf(text);
    counts.words.push_back(std::move(word));
  }
  for (std::size_t i = 0; i < kWordClasses.size(); ++i) {
    if (counts.words[i].text != kWordClasses[i]) return false;
  }
  return true;
}

bool ReadPairs(std::istream& in, long size, LanguageCounts& counts) {
  const auto words = static_cast<int>(counts.words.size());
  for (long i = 0; i < size; ++i) {
    int first = 0;
    int second = 0;
    int count = 0;
    if (!(in >> first >> second >> count) || count < 1) return false;
    if (first < 0 || first >= words || second < 0 || second >= words) {
      return false;
    }
    counts.pairs[{first, second}] = count;
  }
  return true;
}

bool Read(std::istream& in, LanguageCounts& counts) {
  std::string key;
  int version = 0;
  long words = 0;
  long pairs = 0;
  if (!(in >> key >> version) || version != LanguageModel::kVersion) {
    return false;
  }
  if (!(in >> key >> counts.data_sha256) || key != "data") return false;
  if (!(in >> key >> counts.tokens) || key != "tokens" || counts.tokens < 1) {
    return false;
  }
  if (!(in >> key >> words) || key != "words") return false;
  if (words < static_cast<long>(kWordClasses.size()) || words > kMostWords) {
    return false;
  }
  if (!ReadWords(in, words, counts)) return false;
  if (!(in >> key >> pairs) || key != "pairs" || pairs < 0) return false;
  return ReadPairs(in, pairs, counts) && (in >> key) && key == "end";
}

}  // namespace

std::string ToText(const LanguageCounts& counts) {
  std::ostringstream out;
  out << kMagic << LanguageModel::kVersion << "\ndata " << counts.data_sha256
      << "\ntokens " << counts.tokens << "\nwords " << counts.words.size()
      << '\n';
  for (const WordCount& word : counts.words) {
    out << Utf8Of(word.text) << ' ' << word.count << ' ' << word.followers
        << '\n';
  }
  out << "pairs " << counts.pairs.size() << '\n';
  for (const auto& [words, count] : counts.pairs) {
    out << words.first << ' ' << words.second << ' ' << count << '\n';
  }
  out << "end\n";
  return out.str();
}

LanguageModel::LanguageModel(LanguageCounts counts)
    : counts_(std::move(counts)) {
  for (std::size_t i = 0; i < counts_.words.size(); ++i) {
    const std::u32string& text = counts_.words[i].text;
    ids_[text] = static_cast<WordId>(i);
    if (i >= kWordClasses.size()) {
      alike_[BareLetters(text)].push_back(static_cast<WordId>(i));
    }
  }
  first_follower_.assign(counts_.words.size() + 1, 0);
  for (const auto& [words, count] : counts_.pairs) {
    followers_.push_back({words.second, count});
    ++first_follower_[static_cast<std::size_t>(words.first) + 1];
  }
  std::partial_sum(first_follower_.begin(), first_follower_.end(),
                   first_follower_.begin());
}

Result<std::shared_ptr<const LanguageModel>> LanguageModel::Parse(
    std::string_view text) {
  std::istringstream in{std::string(text)};
  LanguageCounts counts;
  if (text.substr(0, kMagic.size()) != kMagic || !Read(in, counts)) {
    return Unusable("The file of the language model is damaged.");
  }
  return std::make_shared<const LanguageModel>(std::move(counts));
}

WordId LanguageModel::Find(std::u32string_view word) const {
  const auto found = ids_.find(word);
  return found == ids_.end() ? kUnknown : found->second;
}

std::span<const WordId> LanguageModel::Alike(std::u32string_view word) const {
  const auto found = alike_.find(BareLetters(word));
  if (found == alike_.end()) return {};
  return found->second;
}

const std::u32string& LanguageModel::TextOf(WordId word) const {
  return counts_.words[static_cast<std::size_t>(word)].text;
}

int LanguageModel::PairCount(WordId first, WordId second) const {
  if (first == kUnknown || second == kUnknown) return 0;
  const auto at = static_cast<std::size_t>(first);
  const auto followers =
      std::span(followers_)
          .subspan(first_follower_[at],
                   first_follower_[at + 1] - first_follower_[at]);
  const auto found = std::lower_bound(
      followers.begin(), followers.end(), second,
      [](const Follower& f, WordId word) { return f.word < word; });
  return found == followers.end() || found->word != second ? 0 : found->count;
}

double LanguageModel::Alone(WordId word) const {
  const double count =
      word == kUnknown ? 0.0
                       : counts_.words[static_cast<std::size_t>(word)].count;
  return (count + kUnseen) /
         (static_cast<double>(counts_.tokens) + kUnseen * kUnseenWords);
}

double LanguageModel::Probability(WordId first, WordId second) const {
  if (first == kUnknown) return Alone(second);
  const WordCount& before = counts_.words[static_cast<std::size_t>(first)];
  const double seen = before.count;
  const double weight = seen / (seen + before.followers + 1.0);
  const double share =
      second == kUnknown ? 0.0 : PairCount(first, second) / seen;
  return weight * share + (1.0 - weight) * Alone(second);
}

std::string LanguageVersion(const LanguageModel& model) {
  return "language " + std::to_string(LanguageModel::kVersion) + " " +
         model.counts().data_sha256.substr(0, 12);
}

Result<std::shared_ptr<const LanguageModel>> LoadLanguageModel(
    const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Unusable("The file of the language model cannot be read.");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return LanguageModel::Parse(text);
}

}  // namespace donthu
