#include "stages/examine/own_pages.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "models/text_offsets.h"

namespace donthu {
namespace {

bool IsForeign(PageStatus role) {
  return role == PageStatus::kAttachment || role == PageStatus::kEnvelope ||
         role == PageStatus::kTransferNote;
}

bool IsOwn(PageStatus role) {
  return role == PageStatus::kOk || role == PageStatus::kHandwritten;
}

bool Within(TextSpan span, const std::vector<TextSpan>& spans) {
  return std::any_of(spans.begin(), spans.end(), [&](const TextSpan& other) {
    return span.start >= other.start && span.end <= other.end &&
           other.start < other.end;
  });
}

std::string Blanked(const std::string& text,
                    const std::vector<TextSpan>& spans) {
  const TextOffsets offsets(text);
  std::string out;
  int at = 0;
  for (const TextSpan& span : spans) {
    out += offsets.Cut({at, span.start});
    out.append(static_cast<std::size_t>(span.end - span.start), '\n');
    at = span.end;
  }
  return out + std::string(offsets.Cut({at, offsets.size()}));
}

// Words go with their lines, so what is left keeps its order and its gaps
// close up.
void DropLines(Letter& letter, const std::vector<TextSpan>& spans) {
  std::vector<LetterWord> words;
  std::vector<LetterLine> lines;
  for (const LetterLine& line : letter.lines) {
    if (Within(line.span, spans)) continue;
    LetterLine kept = line;
    kept.first_word = static_cast<int>(words.size());
    words.insert(words.end(), letter.words.begin() + line.first_word,
                 letter.words.begin() + line.last_word);
    kept.last_word = static_cast<int>(words.size());
    lines.push_back(kept);
  }
  letter.words = std::move(words);
  letter.lines = std::move(lines);
}

}  // namespace

Letter OwnPages(Letter letter, const std::vector<PageStatus>& roles) {
  if (std::none_of(roles.begin(), roles.end(), IsOwn)) return letter;
  std::vector<TextSpan> spans;
  for (std::size_t i = 0; i < std::min(roles.size(), letter.pages.size());
       ++i) {
    if (IsForeign(roles[i])) spans.push_back(letter.pages[i].span);
  }
  if (spans.empty()) return letter;
  letter.text = Blanked(letter.text, spans);
  DropLines(letter, spans);
  return letter;
}

}  // namespace donthu
