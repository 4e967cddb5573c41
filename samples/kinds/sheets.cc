#include "samples/kinds/sheets.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <limits>
#include <string>

#include "samples/paper/canvas.h"

namespace donthu::samples {
namespace {

constexpr std::size_t kLabelWords = 9;  // "Số căn cước công dân:" and longer

// Where type would put a word.
struct WordBox {
  double left = std::numeric_limits<double>::max();
  double right = 0.0;
  double baseline = 0.0;
};

std::vector<WordBox> BoxesOf(const LaidPage& page) {
  std::vector<WordBox> boxes(page.words.size());
  for (const PlacedGlyph& glyph : page.glyphs) {
    if (glyph.word < 0) continue;
    WordBox& box = boxes[static_cast<std::size_t>(glyph.word)];
    box.left = std::min(box.left, glyph.x_pt);
    box.right = std::max(box.right, glyph.ink.right);
    box.baseline = glyph.y_pt;
  }
  return boxes;
}

// Without a small letter of ASCII: headings are set in capitals.
bool IsHeading(const std::string& line) {
  const auto small = std::count_if(line.begin(), line.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
  return small * 4 <= static_cast<std::ptrdiff_t>(line.size()) ||
         line.find("Độc lập") != std::string::npos ||
         line.find("tháng") != std::string::npos;
}

// The words of each line, in order.
std::vector<std::vector<std::size_t>> ByLine(const LaidPage& page) {
  std::vector<std::vector<std::size_t>> lines(page.lines.size());
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    lines[static_cast<std::size_t>(page.words[i].line)].push_back(i);
  }
  return lines;
}

// Small and capital letters of ASCII on `count` lines; ornaments are of "o".
std::ptrdiff_t LettersIn(const LaidPage& page, int first, int count) {
  std::ptrdiff_t letters = 0;
  for (const PlacedWord& word : page.words) {
    if (word.line < first || word.line >= first + count) continue;
    letters += std::count_if(word.text.begin(), word.text.end(), [](char c) {
      return (c >= 'a' && c <= 'z' && c != 'o') || (c >= 'A' && c <= 'Z');
    });
  }
  return letters;
}

// How many words of the line a form prints.
std::size_t PrintedWords(const LaidPage& page,
                         const std::vector<std::size_t>& line) {
  for (std::size_t i = 0; i < std::min(line.size(), kLabelWords); ++i) {
    if (page.words[line[i]].text.back() == ':') return i + 1;
  }
  return 0;
}

void DottedLine(Canvas& canvas, double left, double right, double y) {
  for (double x = left; x < right; x += 2.4) {
    canvas.MoveTo(x, y);
    canvas.LineTo(x + 0.3, y);
  }
  canvas.Stroke(0.6, kBlack);
}

Status PutType(Canvas& canvas, const LaidLetter& laid, const LaidPage& page,
               const WordInks& inks) {
  for (const PlacedGlyph& glyph : page.glyphs) {
    const bool type =
        glyph.word < 0 ||
        inks[static_cast<std::size_t>(glyph.word)] == DrawnBy::kType;
    if (!type) continue;
    const auto put = canvas.Glyph(laid.typeface, glyph, kBlack);
    if (!put) return put;
  }
  return Done{};
}

void PutPen(Canvas& canvas, const LaidPage& page, const WordInks& inks,
            const PenStyle& style, Rng rng) {
  const auto boxes = BoxesOf(page);
  const bool form =
      std::find(inks.begin(), inks.end(), DrawnBy::kType) != inks.end();
  Pen pen(canvas, style, rng.Fork("pen"));
  for (std::size_t i = 0; i < inks.size(); ++i) {
    if (inks[i] != DrawnBy::kPen || boxes[i].right <= 0.0) continue;
    const WordBox& box = boxes[i];
    if (form) DottedLine(canvas, box.left, box.right + 4.0, box.baseline + 2.0);
    pen.Write(page.words[i].text, box.left, box.baseline,
              (box.right - box.left) * 1.04);
  }
}

}  // namespace

WordInks AllBy(const LaidPage& page, DrawnBy by) {
  return WordInks(page.words.size(), by);
}

WordInks FormOf(const LaidPage& page) {
  WordInks inks(page.words.size(), DrawnBy::kPen);
  const auto lines = ByLine(page);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t printed = IsHeading(page.lines[i].text)
                                    ? lines[i].size()
                                    : PrintedWords(page, lines[i]);
    for (std::size_t w = 0; w < printed; ++w) {
      inks[lines[i][w]] = DrawnBy::kType;
    }
  }
  return inks;
}

WordInks LinesOnly(const LaidPage& page, int first, int count) {
  if (first > 0 && LettersIn(page, first, count) < 4) {
    return LinesOnly(page, first - 1, count + 1);
  }
  WordInks inks(page.words.size(), DrawnBy::kNobody);
  for (std::size_t i = 0; i < inks.size(); ++i) {
    const int line = page.words[i].line;
    if (line >= first && line < first + count) inks[i] = DrawnBy::kType;
  }
  return inks;
}

std::vector<BoxPt> PenPlaces(const LaidPage& page, const WordInks& inks) {
  const auto boxes = BoxesOf(page);
  std::vector<BoxPt> places;
  for (const auto& line : ByLine(page)) {
    BoxPt place;
    for (const std::size_t word : line) {
      const WordBox& box = boxes[word];
      if (inks[word] != DrawnBy::kPen || box.right <= 0.0) continue;
      place = Union(place,
                    {box.left, box.baseline - 10.0, box.right, box.baseline});
    }
    if (!place.empty()) places.push_back(place);
  }
  return places;
}

Result<PageImage> InkedSheet(const LaidLetter& laid, const LaidPage& page,
                             const WordInks& inks, const PenStyle& pen,
                             double dpi, Rng rng) {
  auto canvas = Canvas::Open(dpi);
  if (!canvas) return Fail(canvas.error());
  const bool few =
      std::find(inks.begin(), inks.end(), DrawnBy::kNobody) != inks.end();
  LaidPage type = page;
  if (few) {  // numbers and other glyphs of no word belong to the whole page
    type.glyphs.erase(
        std::remove_if(type.glyphs.begin(), type.glyphs.end(),
                       [](const PlacedGlyph& g) { return g.word < 0; }),
        type.glyphs.end());
    type.rules.clear();
  }
  const auto put = PutType(*canvas, laid, type, inks);
  if (!put) return Fail(put.error());
  for (const RulePt& rule : type.rules) {
    canvas->MoveTo(rule.x0, rule.y0);
    canvas->LineTo(rule.x1, rule.y1);
    canvas->Stroke(0.6, kBlack);
  }
  PutPen(*canvas, page, inks, pen, rng);
  return canvas->Take();
}

}  // namespace donthu::samples
