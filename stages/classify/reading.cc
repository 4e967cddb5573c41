#include "stages/classify/reading.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "models/vietnamese.h"
#include "stages/classify/passages.h"

namespace donthu {
namespace {

constexpr int kHeadPassages = 14;  // a title stands no lower
constexpr int kLetterhead = 8;     // nor a letterhead

bool StartsWith(std::string_view text,
                std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
    return text.substr(0, head.size()) == head;
  });
}

// One passage as text without marks and leading dashes.
std::string BareLine(std::u32string_view text, TextSpan span) {
  auto start = static_cast<std::size_t>(span.start);
  const auto end = static_cast<std::size_t>(span.end);
  while (start < end && !IsLetter(text[start]) && !IsDigit(text[start])) {
    ++start;
  }
  return BareText(text.substr(start, end - start));
}

bool MostlyCapitals(std::u32string_view text, TextSpan span) {
  int capitals = 0;
  int letters = 0;
  for (int at = span.start; at < span.end; ++at) {
    const char32_t c = text[static_cast<std::size_t>(at)];
    if (!IsLetter(c)) continue;
    ++letters;
    if (IsUpper(c)) ++capitals;
  }
  return letters > 3 && capitals * 10 > letters * 7;
}

bool IsHeading(std::string_view bare) {
  return StartsWith(bare, {"cong hoa xa hoi", "doc lap", "socialist"});
}

bool IsTitle(std::string_view bare, bool capitals, std::size_t length) {
  if (length > 160) return false;
  if (capitals) return true;
  return length < 90 &&
         StartsWith(bare, {"don ", "thu ", "tam thu", "giay ", "ban ",
                           "kien nghi", "phan anh", "v/v", "ve viec"});
}

bool IsRecipient(std::string_view bare) {
  return StartsWith(bare, {"kinh gui", "kinh goi", "kinh thua", "gui ", "goi ",
                           "dong kinh gui", "dong gui", "kinh dang"});
}

bool IsClosing(std::string_view bare) {
  return StartsWith(bare, {"toi xin cam doan",
                           "toi cam doan",
                           "xin chan thanh cam on",
                           "toi xin chan thanh",
                           "chung toi xin chan thanh",
                           "xin cam on",
                           "tran trong",
                           "kinh don",
                           "nguoi lam don",
                           "nguoi viet don",
                           "nguoi khieu nai",
                           "nguoi to cao",
                           "toi xin chiu trach nhiem",
                           "toi chiu trach nhiem",
                           "chan thanh cam on",
                           "nguoi kien nghi",
                           "toi xin cam on",
                           "chung toi xin cam on",
                           "toi noi dung su",
                           "da ky",
                           "ky ten",
                           "(ky"});
}

// Above title and recipients short lines are letterhead, place and date,
// unless they read like a sentence.
bool IsBodyLine(std::u32string_view text, TextSpan span,
                std::string_view bare) {
  const char32_t last = text[static_cast<std::size_t>(span.end - 1)];
  return last == U'.' || last == U';' || last == U',' ||
         StartsWith(bare, {"toi ", "chung toi", "em ", "con ", "ten toi",
                           "tui ", "ho va ten", "ho ten", "thua "});
}

struct ZoneState {
  bool body = false;  // the heading is over
  bool title_seen = false;
  bool recipients = false;  // the line before was a recipient
  bool addressed = false;   // a recipient was seen
  int body_count = 0;
  bool list_of_requests = false;
};

Zone HeadZone(std::u32string_view text, TextSpan span, int index,
              ZoneState& state) {
  const std::string bare = BareLine(text, span);
  if (IsHeading(bare)) return Zone::kHeading;
  if (IsRecipient(bare)) {
    state.recipients = true;
    state.addressed = true;
    return Zone::kRecipients;
  }
  const bool capitals = MostlyCapitals(text, span);
  const auto length = static_cast<std::size_t>(span.end - span.start);
  if (index < kHeadPassages && IsTitle(bare, capitals, length)) {
    state.title_seen = true;
    state.recipients = false;
    return Zone::kTitle;
  }
  const char32_t first = text[static_cast<std::size_t>(span.start)];
  if (state.recipients &&
      (first == U'-' || first == U'+' || first == 0x2013 || first == 0x2022)) {
    return Zone::kRecipients;
  }
  if (index < kLetterhead && !state.title_seen && !state.addressed &&
      length < 70 && !IsBodyLine(text, span, bare)) {
    return Zone::kHeading;
  }
  state.body = true;
  return Zone::kOpening;
}

bool HasConcept(const Reading& reading, const Passage& passage, int id) {
  return std::any_of(
      reading.hits.begin(), reading.hits.end(), [&](const ConceptHit& hit) {
        return hit.id == id && hit.first_token >= passage.first_token &&
               hit.last_token <= passage.last_token;
      });
}

Zone BodyZone(std::u32string_view text, const Reading& reading,
              const Passage& passage, int request_id, ZoneState& state) {
  constexpr int kOpeningPassages = 3;
  ++state.body_count;
  const std::string bare = BareLine(text, passage.span);
  if (passage.position > 0.5 && IsClosing(bare)) return Zone::kClosing;
  const bool asks = HasConcept(reading, passage, request_id);
  const bool ends_in_colon =
      text[static_cast<std::size_t>(passage.span.end - 1)] == U':';
  const char32_t first = text[static_cast<std::size_t>(passage.span.start)];
  const bool item = IsDigit(first) || first == U'-' || first == U'+' ||
                    (bare.size() > 1 && (bare[1] == ')' || bare[1] == '.'));
  if (asks && passage.position > 0.25) {
    state.list_of_requests = ends_in_colon || item;
    return Zone::kRequest;
  }
  if (state.list_of_requests && item) return Zone::kRequest;
  state.list_of_requests = false;
  return state.body_count <= kOpeningPassages ? Zone::kOpening
                                              : Zone::kNarrative;
}

void AssignZones(std::u32string_view text, const Lexicon& lexicon,
                 Reading& reading) {
  const int request_id = lexicon.Find("request_verb");
  ZoneState state;
  const auto count = static_cast<int>(reading.passages.size());
  int body_start = 0;
  for (int i = 0; i < count; ++i) {
    Passage& passage = reading.passages[static_cast<std::size_t>(i)];
    if (!state.body) {
      passage.zone = HeadZone(text, passage.span, i, state);
      if (!state.body) continue;
      body_start = i;
    }
    passage.position = static_cast<double>(i - body_start + 1) /
                       static_cast<double>(count - body_start);
    passage.zone = BodyZone(text, reading, passage, request_id, state);
  }
}

}  // namespace

Reading ReadLetter(std::string_view text, const Lexicon& lexicon) {
  const std::u32string points = CodePointsOf(text);
  Reading reading;
  for (const TextSpan span : PassageSpans(points)) {
    Passage passage;
    passage.span = span;
    passage.first_token = static_cast<int>(reading.tokens.size());
    for (Token& token : TokensOf(points, span)) {
      token.passage = static_cast<int>(reading.passages.size());
      reading.tokens.push_back(std::move(token));
    }
    passage.last_token = static_cast<int>(reading.tokens.size());
    reading.passages.push_back(passage);
  }
  reading.hits = lexicon.Hits(reading.tokens);
  AssignZones(points, lexicon, reading);
  return reading;
}

}  // namespace donthu
