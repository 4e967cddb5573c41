#include "stages/classify/samples.h"

#include <algorithm>
#include <array>
#include <utility>

#include "models/text_offsets.h"
#include "models/vietnamese.h"
#include "stages/classify/alignment.h"
#include "stages/classify/noise.h"
#include "stages/classify/softmax.h"

namespace donthu {
namespace {

constexpr NoiseLevels kPoorScan = {0.15, 0.15};
constexpr NoiseLevels kWithoutMarks = {1.0, 0.02};

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

int OutcomeOf(const CorpusLetter& letter) {
  if (letter.label == Label::kKhac) return kContentCount;
  if (letter.label != Label::kHonHop) return static_cast<int>(letter.label);
  return OutcomeOfPair(static_cast<int>(letter.parts[0]),
                       static_cast<int>(letter.parts[1]));
}

constexpr std::array<Label, kPassageQuestions> kPassageLabels = {
    Label::kKhieuNai, Label::kToCao, Label::kKienNghi, Label::kPhanAnh,
    Label::kKhac};

// By question, the spans of its quotes.
using Quotes = std::array<std::vector<TextSpan>, kPassageQuestions>;

Quotes QuotesOf(const TrainingLetter& letter) {
  Quotes quotes;
  for (std::size_t q = 0; q < kPassageQuestions; ++q) {
    quotes[q] = QuoteSpans(letter, kPassageLabels[q]);
  }
  return quotes;
}

SampleCopy MakeCopy(const std::string& text, const Quotes& quotes,
                    const Lexicon& lexicon, FeatureNames& names) {
  SampleCopy copy;
  copy.reading = ReadLetter(text, lexicon);
  copy.letter = LetterFeatures(copy.reading, &names);
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

// In the order of CopyKind.
std::vector<SampleCopy> CopiesOf(const TrainingLetter& letter,
                                 std::uint32_t seed, const Lexicon& lexicon,
                                 FeatureNames& names) {
  const std::string& text = letter.letter.text;
  const Quotes quotes = QuotesOf(letter);
  std::vector<SampleCopy> copies;
  copies.push_back(MakeCopy(text, quotes, lexicon, names));
  if (const auto& scan = letter.entry.scan) {
    Quotes carried;
    for (std::size_t q = 0; q < kPassageQuestions; ++q) {
      carried[q] = CarriedSpans(text, quotes[q], scan->text);
    }
    copies.push_back(MakeCopy(scan->text, carried, lexicon, names));
  } else {
    copies.push_back(
        MakeCopy(WithNoise(text, kPoorScan, seed), quotes, lexicon, names));
  }
  copies.push_back(MakeCopy(WithNoise(text, kWithoutMarks, seed + 1), quotes,
                            lexicon, names));
  return copies;
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
    sample.outcome = OutcomeOf(letter.entry);
    sample.answers = AnswersOf(letter.entry);
    sample.scenario = letter.entry.scenario;
    sample.writer = WriterOf(letter.entry);
    sample.difficulty = letter.entry.difficulty;
    if (letter.entry.scan) sample.condition = letter.entry.scan->condition;
    const auto seed = static_cast<std::uint32_t>(samples.size() * kCopies);
    sample.copies = CopiesOf(letter, seed, lexicon, names);
  }
  return samples;
}

}  // namespace donthu
