#include "stages/extract/letter_view.h"

#include <algorithm>

#include "stages/extract/cells.h"

namespace donthu {
namespace {

std::vector<TextSpan> LinesOf(const std::string& folded) {
  std::vector<TextSpan> lines;
  std::size_t start = 0;
  while (start < folded.size()) {
    const std::size_t end = std::min(folded.find('\n', start), folded.size());
    if (end > start) {
      lines.push_back({static_cast<int>(start), static_cast<int>(end)});
    }
    start = end + 1;
  }
  return lines;
}

bool IsEdge(char c) {
  return std::string_view(" ,;:.-+*\"'/|\n").find(c) != std::string_view::npos;
}

// Cells and rows of a scan stand apart by the marks that plain text has there.
TextShadows ShadowsWithCells(const Letter& letter) {
  TextShadows shadows = ShadowsOf(letter.text);
  const auto put = [&](int position, char mark) {
    const auto at = static_cast<std::size_t>(position);
    if (position < 0 || at >= shadows.folded.size()) return;
    if (shadows.folded[at] != ' ') return;
    shadows.folded[at] = mark;
    shadows.shape[at] = mark;
  };
  const TableCells cells = CellsOf(letter);
  for (const int end : cells.ends) put(end, '|');
  for (const TextSpan row : cells.rows) {
    put(row.start - 1, '\n');
    put(row.end, '\n');
  }
  return shadows;
}

}  // namespace

LetterView::LetterView(const Letter& letter)
    : letter_(letter),
      offsets_(letter.text),
      shadows_(ShadowsWithCells(letter)),
      lines_(LinesOf(shadows_.folded)) {}

int LetterView::LineAt(int position) const {
  const auto after = std::upper_bound(
      lines_.begin(), lines_.end(), position,
      [](int at, const TextSpan& line) { return at < line.start; });
  return std::max(0, static_cast<int>(after - lines_.begin()) - 1);
}

std::string_view LetterView::Folded(TextSpan span) const {
  const int start = std::clamp(span.start, 0, size());
  const int end = std::clamp(span.end, start, size());
  return std::string_view(shadows_.folded)
      .substr(static_cast<std::size_t>(start),
              static_cast<std::size_t>(end - start));
}

char LetterView::FoldedAt(int position) const {
  if (position < 0 || position >= size()) return '\n';
  return shadows_.folded[static_cast<std::size_t>(position)];
}

char LetterView::ShapeAt(int position) const {
  if (position < 0 || position >= size()) return '\n';
  return shadows_.shape[static_cast<std::size_t>(position)];
}

TextSpan LetterView::Trimmed(TextSpan span) const {
  while (span.start < span.end &&
         (IsEdge(FoldedAt(span.start)) || FoldedAt(span.start) == ')')) {
    ++span.start;
  }
  while (span.start < span.end) {
    const char last = FoldedAt(span.end - 1);
    const auto inner = Folded({span.start, span.end - 1});
    const bool closes = last == ')' && inner.rfind('(') == inner.npos;
    if (!IsEdge(last) && last != '(' && !closes) break;
    --span.end;
  }
  return span;
}

std::span<const LetterWord> LetterView::WordsAt(TextSpan span) const {
  const auto first = std::lower_bound(
      letter_.words.begin(), letter_.words.end(), span.start,
      [](const LetterWord& word, int at) { return word.span.end <= at; });
  auto last = first;
  while (last != letter_.words.end() && last->span.start < span.end) ++last;
  return {first, last};
}

double LetterView::LeastConfidence(TextSpan span) const {
  double least = 1.0;
  for (const LetterWord& word : WordsAt(span)) {
    least = std::min(least, word.confidence);
  }
  return least;
}

std::string LetterView::Raw(TextSpan span) const {
  std::string raw;
  for (const LetterWord& word : WordsAt(span)) {
    if (!raw.empty()) raw += ' ';
    const bool whole =
        word.span.start >= span.start && word.span.end <= span.end;
    if (whole) {
      raw += word.raw;
    } else {
      raw += Text({std::max(word.span.start, span.start),
                   std::min(word.span.end, span.end)});
    }
  }
  return raw;
}

TextSpan ListMark(const LetterView& view, TextSpan line) {
  static const Pattern kMark(
      R"re((?:[-+*.~]{1,3}\s*|\(?\d{1,2}\s?[./)]\s+|\(?\d{1,2}[.)](?=[a-z])|)re"
      R"re(\d{1,2}\s?-\s?(?=[a-z])|\(?[a-zd][.)]\s+|\(?[ivx]{1,4}[.)]\s+|)re"
      R"re((?:dieu |viec |y |diem |yeu cau |kien nghi |de nghi )?)re"
      R"re((?:mot|hai|ba|bon|tu|nam|sau|bay)(?: la)?\s*[,:]\s*|)re"
      R"re((?:viec|diem|yeu cau|kien nghi|de nghi) (?:so )?\d{1,2}\s*[.,:]\s*|)re"
      R"re((?:y |dieu |viec )?thu (?:nhat|nhut|hai|ba|tu|nam|sau|bay|tam|chin|)re"
      R"re(muoi)(?: la)?\s*[,:]?\s*){1,2})re");
  const auto match = view.MatchStart(kMark, line);
  return match ? match->span : TextSpan{line.start, line.start};
}

}  // namespace donthu
