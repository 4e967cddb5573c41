#include "stages/classify/samples.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "models/text_offsets.h"
#include "models/vietnamese.h"
#include "stages/classify/alignment.h"
#include "stages/classify/in_parallel.h"
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

// By question, the spans of which the answer is yes.
using Quotes = std::array<std::vector<TextSpan>, kPassageQuestions>;

// Of a letter whose roles nobody told: what decides in its request part asks,
// what decides before it tells.
void GuessRoles(const Reading& reading, Quotes& quotes) {
  for (const Passage& passage : reading.passages) {
    for (std::size_t c = 0; c < kDecidedClasses; ++c) {
      if (!Carries(passage.span, quotes[c])) continue;
      const bool asks = passage.zone == Zone::kRequest;
      const std::size_t role = asks ? RequestOf(c) : StoryOf(c);
      quotes[kDecidedClasses + role].push_back(passage.span);
    }
  }
}

Result<Quotes> QuotesOf(const TrainingLetter& letter, const Reading& reading) {
  Quotes quotes;
  for (std::size_t c = 0; c < kDecidedClasses; ++c) {
    quotes[c] = QuoteSpans(letter, kDecidedLabels[c]);
  }
  const std::vector<unsigned>& roles = letter.entry.roles;
  if (roles.empty()) {
    GuessRoles(reading, quotes);
    return quotes;
  }
  if (roles.size() != reading.passages.size()) {
    return Fail(ErrorCode::kModelMissing, letter.entry.id,
                "The letter has " + std::to_string(reading.passages.size()) +
                    " passages, its line \"roles:\" tells of " +
                    std::to_string(roles.size()) + ".");
  }
  for (std::size_t i = 0; i < roles.size(); ++i) {
    for (std::size_t r = 0; r < kRoleCount; ++r) {
      if ((roles[i] >> r & 1U) == 0) continue;
      quotes[kDecidedClasses + r].push_back(reading.passages[i].span);
    }
  }
  return quotes;
}

// The same quotes in what was read of the letter.
Quotes CarriedQuotes(std::string_view from, const Quotes& quotes,
                     std::string_view to) {
  std::vector<TextSpan> spans;
  for (const auto& of : quotes) {
    spans.insert(spans.end(), of.begin(), of.end());
  }
  const auto carried = CarriedSpans(from, spans, to);
  Quotes out;
  std::size_t next = 0;
  for (std::size_t q = 0; q < quotes.size(); ++q) {
    for (std::size_t i = 0; i < quotes[q].size(); ++i) {
      if (const auto& span = carried[next++]) out[q].push_back(*span);
    }
  }
  return out;
}

SampleCopy MakeCopy(Reading reading, const Quotes& quotes,
                    FeatureNames& names) {
  SampleCopy copy;
  copy.reading = std::move(reading);
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
Result<std::vector<SampleCopy>> CopiesOf(const TrainingLetter& letter,
                                         std::uint32_t seed,
                                         const Lexicon& lexicon,
                                         FeatureNames& names) {
  const std::string& text = letter.letter.text;
  Reading written = ReadLetter(text, lexicon);
  const auto quotes = QuotesOf(letter, written);
  if (!quotes) return Fail(quotes.error());
  std::vector<SampleCopy> copies;
  copies.push_back(MakeCopy(std::move(written), *quotes, names));
  if (const auto& scan = letter.entry.scan) {
    copies.push_back(MakeCopy(ReadLetter(scan->text, lexicon),
                              CarriedQuotes(text, *quotes, scan->text), names));
  } else {
    const std::string poor = WithNoise(text, kPoorScan, seed);
    copies.push_back(MakeCopy(ReadLetter(poor, lexicon), *quotes, names));
  }
  const std::string bare = WithNoise(text, kWithoutMarks, seed + 1);
  copies.push_back(MakeCopy(ReadLetter(bare, lexicon), *quotes, names));
  return copies;
}

Result<Sample> MakeSample(const TrainingLetter& letter, std::uint32_t seed,
                          const Lexicon& lexicon, FeatureNames& names) {
  Sample sample;
  sample.label = static_cast<int>(letter.entry.label);
  sample.outcome = OutcomeOf(letter.entry);
  sample.answers = AnswersOf(letter.entry);
  sample.scenario = letter.entry.scenario;
  sample.writer = WriterOf(letter.entry);
  sample.difficulty = letter.entry.difficulty;
  if (letter.entry.scan) sample.condition = letter.entry.scan->condition;
  auto copies = CopiesOf(letter, seed, lexicon, names);
  if (!copies) return Fail(copies.error());
  sample.copies = std::move(*copies);
  return sample;
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

Result<std::vector<Sample>> MakeSamples(
    const std::vector<TrainingLetter>& letters, const Lexicon& lexicon,
    FeatureNames& names) {
  // Names are learnt apart and put together then.
  constexpr std::size_t kParts = 16;
  std::array<FeatureNames, kParts> learnt;
  std::array<std::optional<Error>, kParts> faults;
  std::vector<Sample> samples(letters.size());
  InParallel(kParts, [&](int part) {
    const auto p = static_cast<std::size_t>(part);
    const std::size_t end = letters.size() * (p + 1) / kParts;
    for (std::size_t i = letters.size() * p / kParts; i < end; ++i) {
      const auto seed = static_cast<std::uint32_t>((i + 1) * kCopies);
      auto sample = MakeSample(letters[i], seed, lexicon, learnt[p]);
      if (!sample) {
        faults[p] = sample.error();
        return;
      }
      samples[i] = std::move(*sample);
    }
  });
  for (std::size_t p = 0; p < kParts; ++p) {
    if (faults[p]) return Fail(*faults[p]);
    names.merge(learnt[p]);
  }
  return samples;
}

}  // namespace donthu
