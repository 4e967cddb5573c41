#include "stages/classify/samples.h"

#include <algorithm>
#include <array>
#include <utility>

#include "models/text_offsets.h"
#include "models/vietnamese.h"
#include "stages/classify/noise.h"

namespace donthu {
namespace {

constexpr std::array<NoiseLevels, 3> kNoises = {{
    {0.0, 0.0},    // the letter as it is
    {0.15, 0.15},  // a poor scan
    {1.0, 0.02},   // typed without marks
}};

int Overlap(TextSpan a, TextSpan b) {
  return std::max(0, std::min(a.end, b.end) - std::max(a.start, b.start));
}

// A passage carries a class where half of it, or half of the quote, is the
// other.
bool Carries(TextSpan passage, const std::vector<TextSpan>& quotes) {
  return std::any_of(quotes.begin(), quotes.end(), [&](TextSpan quote) {
    const int common = Overlap(passage, quote);
    const int shorter =
        std::min(passage.end - passage.start, quote.end - quote.start);
    return common * 2 > shorter;
  });
}

unsigned AnswersOf(const CorpusLetter& letter) {
  unsigned answers = 1U << static_cast<unsigned>(letter.label);
  for (const Label part : letter.parts) {
    answers |= 1U << static_cast<unsigned>(part);
  }
  return answers;
}

constexpr std::array<Label, kPassageQuestions> kPassageLabels = {
    Label::kKhieuNai, Label::kToCao, Label::kKienNghi, Label::kPhanAnh,
    Label::kKhac};

SampleCopy MakeCopy(const TrainingLetter& letter, const std::string& text,
                    const Lexicon& lexicon, FeatureNames& names) {
  SampleCopy copy;
  copy.reading = ReadLetter(text, lexicon);
  copy.letter = LetterFeatures(copy.reading, &names);
  std::array<std::vector<TextSpan>, kPassageQuestions> quotes;
  for (std::size_t q = 0; q < kPassageQuestions; ++q) {
    quotes[q] = QuoteSpans(letter, kPassageLabels[q]);
  }
  for (std::size_t i = 0; i < copy.reading.passages.size(); ++i) {
    copy.passages.push_back(
        PassageFeatures(copy.reading, static_cast<int>(i), &names));
    unsigned answers = 0;
    for (unsigned q = 0; q < kPassageQuestions; ++q) {
      if (Carries(copy.reading.passages[i].span, quotes[q])) {
        answers |= 1U << q;
      }
    }
    copy.passage_answers.push_back(answers);
  }
  return copy;
}

}  // namespace

std::vector<TextSpan> QuoteSpans(const TrainingLetter& letter, Label label) {
  std::vector<TextSpan> spans;
  const TextOffsets offsets(letter.letter.text);
  for (const CorpusEvidence& evidence : letter.entry.evidence) {
    if (evidence.label != label) continue;
    const std::size_t at = letter.letter.text.find(evidence.quote);
    if (at == std::string::npos) continue;
    const int start = offsets.IndexOf(at);
    spans.push_back({start, start + CodePointCount(evidence.quote)});
  }
  return spans;
}

std::vector<Sample> MakeSamples(const std::vector<TrainingLetter>& letters,
                                const Lexicon& lexicon, FeatureNames& names) {
  std::vector<Sample> samples;
  for (const TrainingLetter& letter : letters) {
    Sample& sample = samples.emplace_back();
    sample.label = static_cast<int>(letter.entry.label);
    sample.answers = AnswersOf(letter.entry);
    sample.scenario = letter.entry.scenario;
    sample.writer = WriterOf(letter.entry);
    sample.difficulty = letter.entry.difficulty;
    for (std::size_t k = 0; k < kNoises.size(); ++k) {
      const auto seed =
          static_cast<std::uint32_t>(samples.size() * kNoises.size() + k);
      const std::string text =
          k == 0 ? letter.letter.text
                 : WithNoise(letter.letter.text, kNoises[k], seed);
      sample.copies.push_back(MakeCopy(letter, text, lexicon, names));
    }
  }
  return samples;
}

}  // namespace donthu
