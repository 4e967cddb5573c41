#include "stages/extract/flowing_letter.h"

#include <algorithm>
#include <string_view>

#include "models/record_shape.h"
#include "models/text_offsets.h"

namespace donthu {
namespace {

constexpr int kDropped = 1;  // code points at a joint

// Walks the fields by the shape that writes them, so none is forgotten.
template <typename Move>
class SpanWalk {
 public:
  explicit SpanWalk(Move move) : move_(move) {}

  template <typename T, typename... Rules>
  void Key(std::string_view, T& value, const Rules&...) {
    Visit(value);
  }

 private:
  template <typename T>
  void Visit(Located<T>& value) {
    move_(value.span);
  }
  template <typename T>
  void Visit(std::optional<T>& value) {
    if (value) Visit(*value);
  }
  template <typename T>
  void Visit(std::vector<T>& values) {
    for (T& value : values) Visit(value);
  }
  template <typename T>
  void Visit(T& value) {
    if constexpr (requires { Shape(*this, value); }) Shape(*this, value);
  }

  Move move_;
};

std::string Joined(std::string_view text, const std::vector<TextSpan>& breaks) {
  const TextOffsets offsets(text);
  std::string out;
  int at = 0;
  for (const TextSpan& gap : breaks) {
    out += offsets.Cut({at, gap.start});
    out += ' ';
    at = gap.end;
  }
  return out += offsets.Cut({at, offsets.size()});
}

// The same place after every break before it was joined.
void CloseUp(const std::vector<TextSpan>& breaks, TextSpan& span) {
  const auto before = [&](int position) {
    return static_cast<int>(std::count_if(
        breaks.begin(), breaks.end(),
        [&](const TextSpan& gap) { return gap.end <= position; }));
  };
  span = {span.start - kDropped * before(span.start),
          span.end - kDropped * before(span.end)};
}

}  // namespace

FlowingLetter::FlowingLetter(const Letter& letter) : pages_(letter) {
  const std::vector<TextSpan> breaks = BreaksWithinParagraphs(letter);
  if (breaks.empty()) return;
  for (const TextSpan& gap : breaks) {
    joints_.push_back(gap.start - static_cast<int>(joints_.size()));
  }
  flowing_ = letter;
  flowing_.text = Joined(letter.text, breaks);
  for (LetterWord& word : flowing_.words) CloseUp(breaks, word.span);
  for (LetterLine& line : flowing_.lines) CloseUp(breaks, line.span);
  for (LetterPage& page : flowing_.pages) CloseUp(breaks, page.span);
}

int FlowingLetter::InPages(int position) const {
  const auto after = std::lower_bound(joints_.begin(), joints_.end(), position);
  return position + kDropped * static_cast<int>(after - joints_.begin());
}

void FlowingLetter::ToPages(Fields& fields) const {
  if (joints_.empty()) return;
  SpanWalk walk([&](TextSpan& span) {
    span = {InPages(span.start), InPages(span.end)};
  });
  Shape(walk, fields);
}

}  // namespace donthu
