// Whether the evidence is what decides: letters without it are decided less
// surely than letters without other passages of the same length.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "models/vietnamese.h"
#include "stages/classify/class_model.h"
#include "stages/classify/classify.h"
#include "stages/classify/reading.h"
#include "tests/stages/classify/corpus_letters.h"

namespace donthu {
namespace {

constexpr std::size_t kEvery = 10;  // of the corpus's letters
constexpr int kDraws = 4;           // of other passages, a letter

std::vector<TextSpan> PassagesOf(const std::string& text,
                                 const Lexicon& lexicon) {
  std::vector<TextSpan> spans;
  for (const Passage& passage : ReadLetter(text, lexicon).passages) {
    spans.push_back(passage.span);
  }
  return spans;
}

std::string Without(const std::string& text, std::vector<TextSpan> spans) {
  std::u32string left = CodePointsOf(text);
  std::sort(
      spans.begin(), spans.end(),
      [](const TextSpan& a, const TextSpan& b) { return a.start > b.start; });
  for (const TextSpan& span : spans) {
    left.erase(static_cast<std::size_t>(span.start),
               static_cast<std::size_t>(span.end - span.start));
  }
  return Utf8Of(left);
}

int LengthOf(const std::vector<TextSpan>& spans) {
  int length = 0;
  for (const TextSpan& span : spans) length += span.end - span.start;
  return length;
}

bool Overlaps(const TextSpan& span, const std::vector<TextSpan>& others) {
  return std::any_of(others.begin(), others.end(), [&](const TextSpan& other) {
    return span.start < other.end && other.start < span.end;
  });
}

// Other passages in chance order, until they are as long.
std::vector<TextSpan> AsLong(std::vector<TextSpan> passages,
                             const std::vector<TextSpan>& evidence,
                             std::mt19937& dice) {
  std::erase_if(passages,
                [&](const TextSpan& span) { return Overlaps(span, evidence); });
  std::shuffle(passages.begin(), passages.end(), dice);
  std::vector<TextSpan> taken;
  const int length = LengthOf(evidence);
  for (const TextSpan& span : passages) {
    if (LengthOf(taken) >= length) break;
    taken.push_back(span);
  }
  return taken;
}

TEST(EvidenceTest, WeighsThreeTimesWhatOtherPassagesDo) {
  const auto model = LoadClassModel(kClassifierFolder + "/donthu.model");
  ASSERT_TRUE(model);
  const Lexicon& lexicon = (*model)->parts().lexicon;
  std::mt19937 dice(1);
  double by_evidence = 0.0;
  double by_others = 0.0;
  int letters = 0;
  for (std::size_t i = 0; i < Corpus().size(); i += kEvery) {
    const std::string text = PlainLetter(Corpus()[i].text).text;
    const Classification whole = Classified(text);
    const auto at = static_cast<std::size_t>(whole.label);
    std::vector<TextSpan> evidence;
    for (const Evidence& one : whole.evidence) evidence.push_back(one.span);
    const auto passages = PassagesOf(text, lexicon);
    // Where hardly anything else is there, there is nothing to compare with.
    if (evidence.empty() ||
        LengthOf(AsLong(passages, evidence, dice)) < LengthOf(evidence)) {
      continue;
    }
    ++letters;
    const double before = whole.probabilities[at];
    by_evidence +=
        before - Classified(Without(text, evidence)).probabilities[at];
    for (int draw = 0; draw < kDraws; ++draw) {
      const auto others = AsLong(passages, evidence, dice);
      by_others +=
          (before - Classified(Without(text, others)).probabilities[at]) /
          kDraws;
    }
  }
  EXPECT_GT(letters, 40);
  EXPECT_GT(by_evidence, 3.0 * std::max(0.0, by_others));
  std::printf(
      "%d letters: %.3f less without the evidence, %.3f without as "
      "much else\n",
      letters, by_evidence / letters, by_others / letters);
}

}  // namespace
}  // namespace donthu
