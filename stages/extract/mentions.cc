#include "stages/extract/mentions.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "stages/extract/mend_decisions.h"
#include "stages/extract/mend_respondents.h"
#include "stages/extract/mend_senders.h"
#include "stages/extract/names.h"
#include "stages/extract/parties.h"

namespace donthu {
namespace {

// Of those with one name the first stays; the nameless stay, too.
template <typename T>
void DropNamesakes(std::vector<T>& all) {
  std::vector<T> kept;
  for (T& one : all) {
    const std::string key = NameKey(one.name);
    const bool known =
        !key.empty() && std::any_of(kept.begin(), kept.end(), [&](const T& k) {
          return NameKey(k.name) == key;
        });
    if (!known) kept.push_back(std::move(one));
  }
  all = std::move(kept);
}

void MendQuotes(const LetterView& view, const std::vector<TextSpan>& spans,
                std::vector<LocatedText>& quotes) {
  if (spans.empty()) return;
  quotes.clear();
  for (const TextSpan span : spans) quotes.push_back(view.Quote(span));
}

bool NamesRespondent(FieldKind kind) {
  return kind == FieldKind::kRespondentName ||
         kind == FieldKind::kRespondentOrganisation;
}

void Insert(const TaggedSpan& one, std::vector<TaggedSpan>& marked) {
  const auto after =
      std::find_if(marked.begin(), marked.end(), [&](const TaggedSpan& other) {
        return other.span.start > one.span.start;
      });
  marked.insert(after, one);
}

// How likely words belong to a respondent.
class RespondentChances {
 public:
  RespondentChances(std::size_t words, const ChainProbabilities& likely)
      : words_(words), likely_(likely) {}

  double Most(std::size_t first, std::size_t last) const {
    double most = 0.0;
    for (std::size_t i = first; i < last; ++i) most = std::max(most, At(i));
    return most;
  }

  struct Words {
    FieldKind kind = FieldKind::kRespondentName;
    std::size_t first = 0;
    std::size_t last = 0;
  };
  // The likeliest word with those beside it that are half as likely.
  std::optional<Words> Likeliest(double least) const {
    std::size_t best = 0;
    double most = 0.0;
    for (std::size_t i = 0; i < words_; ++i) {
      const double chance = At(i);
      if (chance <= most) continue;
      most = chance;
      best = i;
    }
    if (most < least) return std::nullopt;
    Words words{Of(FieldKind::kRespondentOrganisation, best) >
                        Of(FieldKind::kRespondentName, best)
                    ? FieldKind::kRespondentOrganisation
                    : FieldKind::kRespondentName,
                best, best + 1};
    const double half = most / 2.0;
    while (words.first > 0 && At(words.first - 1) >= half) --words.first;
    while (words.last < words_ && At(words.last) >= half) ++words.last;
    return words;
  }

 private:
  double Of(FieldKind kind, std::size_t word) const {
    const TagScores tags = likely_.TagsAt(word);
    const auto number = static_cast<std::size_t>(kind);
    return tags[FirstTagOf(number)] + tags[LaterTagOf(number)];
  }
  double At(std::size_t word) const {
    return Of(FieldKind::kRespondentName, word) +
           Of(FieldKind::kRespondentOrganisation, word);
  }

  std::size_t words_;
  const ChainProbabilities& likely_;
};

}  // namespace

void AddLikelyRespondents(const std::vector<TaggedSpan>& rules,
                          const std::vector<TextSpan>& words,
                          const ChainProbabilities& likely,
                          std::vector<TaggedSpan>& marked) {
  constexpr double kLikely = 0.1;
  const RespondentChances chances(words.size(), likely);
  for (const TaggedSpan& one : rules) {
    if (!NamesRespondent(one.kind)) continue;
    const bool touched = std::any_of(
        marked.begin(), marked.end(),
        [&](const TaggedSpan& other) { return Touch(other.span, one.span); });
    const auto [first, last] = WordsTouched(words, one.span);
    if (!touched && chances.Most(first, last) >= kLikely) Insert(one, marked);
  }
  const bool somebody = std::any_of(
      marked.begin(), marked.end(),
      [](const TaggedSpan& one) { return NamesRespondent(one.kind); });
  if (somebody) return;
  const auto best = chances.Likeliest(kLikely);
  if (!best) return;
  Insert({best->kind, {words[best->first].start, words[best->last - 1].end}},
         marked);
}

void Mend(const LetterView& view, const Zones& zones,
          const std::vector<TaggedSpan>& spans, Fields& fields) {
  MendSenders(view, spans, fields.senders);
  DropNamesakes(fields.senders);
  MendDecisions(view, spans, fields.letter_date, fields.decisions);
  MendRespondents(view, zones, spans, fields.respondents);
  DropNamesakes(fields.respondents);
  DropSenders(fields.senders, fields.respondents);
  MendQuotes(view, SpansOfKind(spans, FieldKind::kRequest), fields.requests);
  MendQuotes(view, SpansOfKind(spans, FieldKind::kAttachment),
             fields.attachments);
  const auto places = SpansOfKind(spans, FieldKind::kIncidentPlace);
  if (!places.empty()) fields.incident_place = view.Quote(places[0]);
}

}  // namespace donthu
