#include "stages/extract/tagged_spans.h"

#include <algorithm>

namespace donthu {
namespace {

bool IsWordShape(char shape) {
  return shape == 'A' || shape == 'a' || shape == '9';
}

void Push(FieldKind kind, const OptionalText& text,
          std::vector<TaggedSpan>& spans) {
  if (text) spans.push_back({kind, text->span});
}

}  // namespace

bool Touch(TextSpan a, TextSpan b) {
  return a.start < b.end && b.start < a.end;
}

bool Touches(const OptionalText& text, TextSpan span) {
  return text && Touch(text->span, span);
}

int Gap(TextSpan a, TextSpan b) {
  return std::max(0, std::max(b.start - a.end, a.start - b.end));
}

std::vector<TextSpan> SpansOfKind(const std::vector<TaggedSpan>& spans,
                                  FieldKind kind) {
  std::vector<TextSpan> out;
  for (const TaggedSpan& one : spans) {
    if (one.kind == kind) out.push_back(one.span);
  }
  return out;
}

std::vector<TextSpan> ChainWords(const LetterView& view) {
  return ChainWords(view, view.whole());
}

std::vector<TextSpan> ChainWords(const LetterView& view, TextSpan within) {
  std::vector<TextSpan> words;
  for (int at = within.start; at < within.end; ++at) {
    const char shape = view.ShapeAt(at);
    if (shape == ' ') continue;
    const int start = at;
    if (IsWordShape(shape)) {
      const bool digits = shape == '9';
      while (at + 1 < within.end && IsWordShape(view.ShapeAt(at + 1)) &&
             (view.ShapeAt(at + 1) == '9') == digits) {
        ++at;
      }
    }
    words.push_back({start, at + 1});
  }
  return words;
}

std::pair<std::size_t, std::size_t> WordsTouched(
    const std::vector<TextSpan>& words, TextSpan span) {
  const auto first = std::lower_bound(
      words.begin(), words.end(), span.start,
      [](TextSpan word, int start) { return word.end <= start; });
  auto last = first;
  while (last != words.end() && last->start < span.end) ++last;
  return {static_cast<std::size_t>(first - words.begin()),
          static_cast<std::size_t>(last - words.begin())};
}

std::vector<std::size_t> TagsOf(const std::vector<TextSpan>& words,
                                const std::vector<TaggedSpan>& spans) {
  std::vector<std::size_t> tags(words.size(), kOutside);
  for (const TaggedSpan& one : spans) {
    const auto kind = static_cast<std::size_t>(one.kind);
    std::size_t tag = FirstTagOf(kind);
    const auto [first, last] = WordsTouched(words, one.span);
    for (std::size_t at = first; at < last && tags[at] == kOutside; ++at) {
      tags[at] = tag;
      tag = LaterTagOf(kind);
    }
  }
  return tags;
}

std::vector<TaggedSpan> SpansOf(const LetterView& view,
                                const std::vector<TextSpan>& words,
                                const std::vector<std::size_t>& tags) {
  std::vector<TaggedSpan> spans;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutside) continue;
    const std::size_t kind = KindOfTag(tags[i]);
    if (IsLaterTag(tags[i]) && !spans.empty()) {
      spans.back().span.end = words[i].end;
    } else {
      spans.push_back({static_cast<FieldKind>(kind), words[i]});
    }
  }
  for (TaggedSpan& one : spans) one.span = view.Trimmed(one.span);
  spans.erase(std::remove_if(spans.begin(), spans.end(),
                             [](const TaggedSpan& one) {
                               return one.span.start >= one.span.end;
                             }),
              spans.end());
  return spans;
}

std::vector<TaggedSpan> SpansOf(const Fields& fields) {
  std::vector<TaggedSpan> spans;
  for (const Sender& sender : fields.senders) {
    Push(FieldKind::kSenderName, sender.name, spans);
    Push(FieldKind::kSenderBirth, sender.birth_date, spans);
    Push(FieldKind::kSenderId, sender.id_number, spans);
    Push(FieldKind::kSenderIdDate, sender.id_issued_date, spans);
    Push(FieldKind::kSenderIdPlace, sender.id_issued_place, spans);
    Push(FieldKind::kSenderAddress, sender.address, spans);
    Push(FieldKind::kSenderPhone, sender.phone, spans);
  }
  for (const Respondent& one : fields.respondents) {
    const bool body = one.kind != RespondentKind::kPerson;
    Push(FieldKind::kRespondentName, one.name, spans);
    Push(FieldKind::kRespondentPosition, one.position, spans);
    if (!body || !one.name) {
      Push(FieldKind::kRespondentOrganisation, one.organisation, spans);
    }
    Push(FieldKind::kRespondentAddress, one.address, spans);
  }
  for (const DecisionRef& one : fields.decisions) {
    Push(FieldKind::kDecisionNumber, one.number, spans);
    Push(FieldKind::kDecisionDate, one.date, spans);
    Push(FieldKind::kDecisionIssuer, one.issuer, spans);
  }
  for (const LocatedText& one : fields.requests) {
    spans.push_back({FieldKind::kRequest, one.span});
  }
  for (const LocatedText& one : fields.attachments) {
    spans.push_back({FieldKind::kAttachment, one.span});
  }
  Push(FieldKind::kIncidentPlace, fields.incident_place, spans);
  return spans;
}

}  // namespace donthu
