#include "stages/extract/mentions.h"

#include <algorithm>
#include <iterator>
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

}  // namespace

void AddLikelyRespondents(const std::vector<TaggedSpan>& rules,
                          const std::vector<TextSpan>& words,
                          const ChainProbabilities& likely,
                          std::vector<TaggedSpan>& marked) {
  constexpr double kLikely = 0.1;
  constexpr FieldKind kKinds[] = {FieldKind::kRespondentName,
                                  FieldKind::kRespondentOrganisation};
  // That any word of the span belongs to a respondent.
  const auto chance = [&](TextSpan span) {
    double most = 0.0;
    const auto [first, last] = WordsTouched(words, span);
    for (std::size_t i = first; i < last; ++i) {
      const TagScores tags = likely.TagsAt(i);
      double sum = 0.0;
      for (const FieldKind kind : kKinds) {
        const auto number = static_cast<std::size_t>(kind);
        sum += tags[FirstTagOf(number)] + tags[LaterTagOf(number)];
      }
      most = std::max(most, sum);
    }
    return most;
  };
  for (const TaggedSpan& one : rules) {
    if (std::find(std::begin(kKinds), std::end(kKinds), one.kind) ==
        std::end(kKinds)) {
      continue;
    }
    const bool touched = std::any_of(
        marked.begin(), marked.end(),
        [&](const TaggedSpan& other) { return Touch(other.span, one.span); });
    if (touched || chance(one.span) < kLikely) continue;
    const auto after = std::find_if(marked.begin(), marked.end(),
                                    [&](const TaggedSpan& other) {
                                      return other.span.start > one.span.start;
                                    });
    marked.insert(after, one);
  }
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
