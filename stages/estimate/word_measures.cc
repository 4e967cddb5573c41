#include "stages/estimate/word_measures.h"

#include <algorithm>
#include <cstddef>

#include "models/text_offsets.h"
#include "stages/estimate/spelling.h"

namespace donthu {
namespace {

constexpr std::array<double, 7> kSteps = {0.97, 0.95, 0.93, 0.88,
                                          0.75, 0.55, 0.30};
constexpr int kTellingLine = 10;  // letters
constexpr int kScrap = 2;         // letters

// 0 where `confidence` is `sure` or more, 1 where it is `unsure` or less.
double Below(double confidence, double sure, double unsure) {
  return std::clamp((sure - confidence) / (sure - unsure), 0.0, 1.0);
}

struct Measured {
  WordMeasures sums{};
  double worst_line = 0.0;
  double letters = 0.0;
};

void AddSpelling(const Word& word, double letters, double* sums) {
  const double c = word.confidence;
  switch (SpellingOf(word.text)) {
    case Spelling::kOdd:
      sums[0] += letters;
      sums[1] += letters * Below(c, 0.95, 0.88);
      sums[2] += letters * Below(c, 0.88, 0.55);
      break;
    case Spelling::kFigures:
    case Spelling::kCompound:
      sums[3] += letters * Below(c, 0.95, 0.75);
      break;
    case Spelling::kMarks:
      sums[4] += letters;
      break;
    case Spelling::kSyllable:
    case Spelling::kCapitals:
      break;
  }
}

void AddWord(const Word& word, double letters, WordMeasures& sums) {
  for (std::size_t i = 0; i + 1 < kSteps.size(); ++i) {
    sums[i] += letters * Below(word.confidence, kSteps[i], kSteps[i + 1]);
  }
  AddSpelling(word, letters, &sums[kSteps.size() - 1]);
}

void AddLine(const TextLine& line, Measured& page) {
  constexpr std::size_t kAfterSpelling = 11;
  double sure = 0.0;
  double letters = 0.0;
  for (const Word& word : line.words) {
    const double length = CodePointCount(word.text);
    AddWord(word, length, page.sums);
    sure += word.confidence * length;
    letters += length;
  }
  if (letters <= 0.0) return;
  page.letters += letters;
  page.sums[kAfterSpelling] += letters * Below(sure / letters, 0.90, 0.70);
  if (letters >= kTellingLine) {
    page.worst_line = std::max(page.worst_line, 1.0 - sure / letters);
  }
  if (letters <= kScrap) page.sums[kAfterSpelling + 2] += letters;
}

}  // namespace

WordMeasures MeasureWords(const PageText& text) {
  Measured page;
  EachLine(text, [&](const TextLine& line) { AddLine(line, page); });
  if (page.letters <= 0.0) return {};
  for (double& sum : page.sums) sum /= page.letters;
  constexpr std::size_t kWorstLine = 12;
  page.sums[kWorstLine] = page.worst_line;
  return page.sums;
}

}  // namespace donthu
