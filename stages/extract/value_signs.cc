#include "stages/extract/value_signs.h"

#include <algorithm>

#include "stages/extract/located_values.h"

namespace donthu {
namespace {

const TaggedSpan* TouchedOf(const std::vector<TaggedSpan>& spans,
                            FieldKind kind, TextSpan span) {
  const auto at =
      std::find_if(spans.begin(), spans.end(), [&](const TaggedSpan& one) {
        return one.kind == kind && Touch(one.span, span);
      });
  return at == spans.end() ? nullptr : &*at;
}

// That the words which `span` touches are one value of `kind`.
double LikelyAt(const FindingWay& way, FieldKind kind, TextSpan span) {
  const auto [first, last] = WordsTouched(way.words, span);
  if (first == last) return 0.0;
  return way.likely.SpanOf(first, last, static_cast<std::size_t>(kind));
}

}  // namespace

std::vector<ValueSigns> SignsOf(const LetterView& view, const Fields& fields,
                                const FindingWay& way) {
  std::vector<ValueSigns> all;
  EachValue(fields, [&](std::size_t key, const auto& value) {
    ValueSigns signs;
    signs.read = view.LeastConfidence(value.span);
    if (key < kFieldKindCount) {
      const auto kind = static_cast<FieldKind>(key);
      const TaggedSpan* marked = TouchedOf(way.marked, kind, value.span);
      signs.marked =
          LikelyAt(way, kind, marked != nullptr ? marked->span : value.span);
      signs.agreed = TouchedOf(way.rules, kind, value.span) != nullptr;
    }
    all.push_back(signs);
  });
  return all;
}

}  // namespace donthu
