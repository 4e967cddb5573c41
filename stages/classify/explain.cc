#include "stages/classify/explain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "models/text_offsets.h"

namespace donthu {
namespace {

double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

std::size_t QuestionOf(Label label) {
  const auto at =
      std::find(kDecidedLabels.begin(), kDecidedLabels.end(), label);
  return static_cast<std::size_t>(at - kDecidedLabels.begin());
}

bool TellsOfMatter(const Passage& passage) {
  return passage.zone != Zone::kHeading && passage.zone != Zone::kTitle &&
         passage.zone != Zone::kRecipients;
}

double StrongestOf(const Reading& reading, const LetterScores& scores,
                   std::size_t question) {
  double best = 0.0;
  for (std::size_t i = 0; i < scores.passages.size(); ++i) {
    if (!TellsOfMatter(reading.passages[i])) continue;
    best = std::max(best, scores.passages[i][question]);
  }
  return best;
}

// The contents of a mixed letter, weightiest first: by what the letter as a
// whole and its strongest passage say.
std::vector<std::size_t> MixedQuestions(const Reading& reading,
                                        const LetterScores& scores) {
  constexpr double kPresent = 0.25;  // set by eye, not by measurement
  std::array<double, kContentCount> strength = {};
  for (std::size_t q = 0; q < kContentCount; ++q) {
    const double whole = 1.0 / (1.0 + std::exp(-scores.letter[q]));
    strength[q] = whole * StrongestOf(reading, scores, q);
  }
  std::vector<std::size_t> order(kContentCount);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::size_t a, std::size_t b) { return strength[a] > strength[b]; });
  std::size_t kept = 2;
  while (kept < kContentCount && strength[order[kept]] >= kPresent) ++kept;
  order.resize(kept);
  return order;
}

std::vector<std::size_t> QuestionsOf(const Reading& reading,
                                     const LetterScores& scores, Label label) {
  if (label == Label::kHonHop) return MixedQuestions(reading, scores);
  return {QuestionOf(label)};
}

// For each passage the question, of those asked, that it speaks for most.
std::size_t BestQuestion(const LetterScores& scores, std::size_t passage,
                         const std::vector<std::size_t>& questions) {
  return *std::max_element(
      questions.begin(), questions.end(), [&](std::size_t a, std::size_t b) {
        return scores.passages[passage][a] < scores.passages[passage][b];
      });
}

struct Carrier {
  std::size_t passage = 0;
  std::size_t question = 0;
  double strength = 0.0;
};

// Passages by strength; the body first, the rest only where there is none.
std::vector<Carrier> CarriersOf(const Reading& reading,
                                const LetterScores& scores,
                                const std::vector<std::size_t>& questions) {
  std::vector<Carrier> carriers;
  const bool any_body = std::any_of(reading.passages.begin(),
                                    reading.passages.end(), &TellsOfMatter);
  for (std::size_t i = 0; i < scores.passages.size(); ++i) {
    if (any_body && !TellsOfMatter(reading.passages[i])) continue;
    const std::size_t question = BestQuestion(scores, i, questions);
    carriers.push_back({i, question, scores.passages[i][question]});
  }
  std::stable_sort(carriers.begin(), carriers.end(),
                   [](const Carrier& a, const Carrier& b) {
                     return a.strength > b.strength;
                   });
  return carriers;
}

std::vector<TextSpan> SpansFor(const Reading& reading,
                               const std::vector<Carrier>& carriers,
                               std::size_t question) {
  constexpr double kCarries = 0.5;
  std::vector<TextSpan> spans;
  for (const Carrier& carrier : carriers) {
    if (carrier.question != question) continue;
    if (!spans.empty() && carrier.strength < kCarries) continue;
    spans.push_back(reading.passages[carrier.passage].span);
  }
  std::sort(spans.begin(), spans.end(),
            [](TextSpan a, TextSpan b) { return a.start < b.start; });
  return spans;
}

// "Kèm theo đơn: …", "Đính kèm: …".
bool BeginsEnclosures(const Reading& reading, const Passage& passage) {
  if (passage.last_token - passage.first_token < 2) return false;
  const auto first = static_cast<std::size_t>(passage.first_token);
  const std::string& a = reading.tokens[first].bare;
  const std::string& b = reading.tokens[first + 1].bare;
  return (a == "kem" && b == "theo") || (a == "dinh" && b == "kem");
}

// How well a passage tells a matter: rather than to ask; and rather either than
// to stand among assurances and enclosures.
int TellingOf(const Reading& reading, const Passage& passage) {
  if (passage.zone == Zone::kClosing) return 0;
  if (BeginsEnclosures(reading, passage)) return 0;
  return passage.zone == Zone::kRequest ? 1 : 2;
}

std::string WithSingleSpaces(std::string_view text) {
  std::string out(text);
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  out.erase(std::unique(out.begin(), out.end(), both_spaces), out.end());
  return out;
}

// The matter in the writer's words: of the passages that tell it best the
// strongest, at most 200 code points of it.
std::optional<std::string> ObjectFor(std::string_view text,
                                     const Reading& reading,
                                     const std::vector<Carrier>& carriers,
                                     std::size_t question) {
  constexpr int kLongest = 200;
  const Passage* best = nullptr;
  for (const Carrier& carrier : carriers) {
    if (carrier.question != question) continue;
    const Passage& passage = reading.passages[carrier.passage];
    if (best == nullptr ||
        TellingOf(reading, passage) > TellingOf(reading, *best)) {
      best = &passage;
    }
  }
  if (best == nullptr) return std::nullopt;
  TextSpan span = best->span;
  span.end = std::min(span.end, span.start + kLongest);
  return WithSingleSpaces(TextOffsets(text).Cut(span));
}

// Every request belongs to the part that its passages speak for most.
std::size_t QuestionOfRequest(const LocatedText& request,
                              const Reading& reading,
                              const LetterScores& scores,
                              const std::vector<std::size_t>& questions) {
  std::size_t best = questions[0];
  double strongest = -1.0;
  for (std::size_t i = 0; i < scores.passages.size(); ++i) {
    const TextSpan span = reading.passages[i].span;
    if (span.end <= request.span.start || span.start >= request.span.end) {
      continue;
    }
    const std::size_t question = BestQuestion(scores, i, questions);
    if (scores.passages[i][question] <= strongest) continue;
    strongest = scores.passages[i][question];
    best = question;
  }
  return best;
}

}  // namespace

std::vector<Evidence> EvidenceOf(const Letter& letter, const Reading& reading,
                                 const LetterScores& scores, Label label) {
  constexpr std::size_t kMost = 5;
  constexpr double kLeastShare = 0.3;  // of the strongest
  const auto questions = QuestionsOf(reading, scores, label);
  const auto carriers = CarriersOf(reading, scores, questions);
  double total = 0.0;
  for (const Carrier& carrier : carriers) total += carrier.strength;
  std::vector<Evidence> evidence;
  for (const Carrier& carrier : carriers) {
    if (evidence.size() == kMost) break;
    if (carrier.strength < kLeastShare * carriers[0].strength) break;
    const TextSpan span = reading.passages[carrier.passage].span;
    evidence.push_back({kDecidedLabels[carrier.question], span,
                        PlacesOf(letter, span),
                        Rounded(carrier.strength / std::max(total, 1e-9))});
  }
  return evidence;
}

std::vector<Label> PartLabels(const Reading& reading,
                              const LetterScores& scores, Label label) {
  std::vector<Label> labels;
  for (const std::size_t question : QuestionsOf(reading, scores, label)) {
    labels.push_back(kDecidedLabels[question]);
  }
  return labels;
}

std::vector<Part> PartsOf(std::string_view text, const Fields& fields,
                          const Reading& reading, const LetterScores& scores,
                          Label label, double confidence) {
  const auto questions = QuestionsOf(reading, scores, label);
  const auto carriers = CarriersOf(reading, scores, questions);
  std::vector<Part> parts;
  for (const std::size_t question : questions) {
    Part part;
    part.label = kDecidedLabels[question];
    part.object = ObjectFor(text, reading, carriers, question);
    if (questions.size() == 1) part.confidence = confidence;
    part.spans = SpansFor(reading, carriers, question);
    for (std::size_t r = 0; r < fields.requests.size(); ++r) {
      if (QuestionOfRequest(fields.requests[r], reading, scores, questions) ==
          question) {
        part.request_indexes.push_back(static_cast<int>(r));
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace donthu
