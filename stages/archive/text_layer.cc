#include "stages/archive/text_layer.h"

#include <algorithm>
#include <cmath>

#include "stages/archive/decimals.h"
#include "stages/archive/invisible_font.h"

namespace donthu {
namespace {

constexpr double kGlyphShare = double{kGlyphUnits} / kEmUnits;
// The space after a line's last word, in widths of a glyph.
constexpr double kLastSpace = 0.5;

double Length(PointPx from, PointPx to) {
  return std::hypot(to.x_px - from.x_px, to.y_px - from.y_px);
}

class Layer {
 public:
  Layer(const Letter& letter, const TextOffsets& offsets,
        const Homography& to_points, const GlyphMap& glyphs)
      : letter_(letter),
        offsets_(offsets),
        to_points_(to_points),
        glyphs_(glyphs) {}

  void AddLine(const LetterLine& line) {
    const BoxPx box = WholeLineBox(letter_, line);
    for (int i = line.first_word; i < line.last_word; ++i) {
      const LetterWord& word = WordAt(i);
      if (word.box.empty() || word.span.end <= word.span.start) continue;
      const bool last = i + 1 >= line.last_word;
      AddWord(box, word, last ? nullptr : &WordAt(i + 1));
    }
  }

  std::string Content() const {
    return content_.empty() ? "" : "BT 3 Tr\n" + content_ + "ET\n";
  }

 private:
  const LetterWord& WordAt(int index) const {
    return letter_.words[static_cast<std::size_t>(index)];
  }

  PointPx Moved(int x_px, int y_px) const {
    return Apply(to_points_,
                 {static_cast<double>(x_px), static_cast<double>(y_px)});
  }

  void AddWord(const BoxPx& line, const LetterWord& word,
               const LetterWord* next) {
    const PointPx start = Moved(word.box.left_px, line.bottom_px);
    const PointPx end = Moved(word.box.right_px, line.bottom_px);
    const PointPx top = Moved(word.box.left_px, line.top_px);
    const double width = Length(start, end);
    const double height = Length(start, top);
    if (!(width > 1e-3) || !(height > 1e-3)) return;
    // Of one glyph at Tz 100.
    const double glyph = height * kGlyphShare;
    const double count = word.span.end - word.span.start;
    double gap = glyph * kLastSpace;
    if (next != nullptr && next->box.left_px > word.box.right_px) {
      gap = Length(end, Moved(next->box.left_px, line.bottom_px));
    }
    SetHeight(height);
    content_ += Number((end.x_px - start.x_px) / width, 6) +
                Number((end.y_px - start.y_px) / width, 6) +
                Number((top.x_px - start.x_px) / height, 6) +
                Number((top.y_px - start.y_px) / height, 6) +
                Number(start.x_px, 4) + Number(start.y_px, 4) + "Tm\n";
    Show(offsets_.Cut(word.span), width / (count * glyph));
    Show(" ", gap / glyph);
  }

  static std::string Number(double value, int places) {
    return Decimal(value, places) + " ";
  }

  void SetHeight(double height) {
    const std::string text = Number(height, 4);
    if (text == height_) return;
    height_ = text;
    content_ += "/T " + text + "Tf\n";
  }

  void Show(std::string_view text, double stretch) {
    content_ +=
        Number(100.0 * stretch, 4) + "Tz " + glyphs_.Shown(text) + " Tj\n";
  }

  const Letter& letter_;
  const TextOffsets& offsets_;
  const Homography& to_points_;
  const GlyphMap& glyphs_;
  std::string height_;
  std::string content_;
};

}  // namespace

BoxPx WholeLineBox(const Letter& letter, const LetterLine& line) {
  BoxPx box = line.box;
  for (int i = line.first_word; i < line.last_word; ++i) {
    box = Union(box, letter.words[static_cast<std::size_t>(i)].box);
  }
  return box;
}

std::string TextLayer(const Letter& letter, const TextOffsets& offsets,
                      int number, const Homography& to_points,
                      const GlyphMap& glyphs) {
  Layer layer(letter, offsets, to_points, glyphs);
  for (const LetterLine& line : letter.lines) {
    if (line.page == number) layer.AddLine(line);
  }
  return layer.Content();
}

}  // namespace donthu
