#include "stages/normalize/normalize.h"

#include <algorithm>
#include <utility>

#include "models/legacy_encodings.h"
#include "models/vietnamese.h"
#include "stages/normalize/letter_builder.h"
#include "stages/normalize/page_number_line.h"
#include "stages/normalize/paragraphs.h"
#include "stages/normalize/unicode.h"

namespace donthu {
namespace {

struct ReadPage {
  std::vector<CleanLine> lines;
  std::vector<std::vector<BuiltWord>> words;  // of each line
  int replaced = 0;
};

// Where a line stands; numbers run over the letter.
struct LinePlace {
  int block = -1;
  int paragraph = -1;
  bool in_table = false;
};

Status AddWords(const TextLine& line, CleanLine& clean,
                std::vector<BuiltWord>& built, int& replaced) {
  for (const Word& word : line.words) {
    auto text = CleanedText(word.text);
    if (!text) return Fail(text.error());
    replaced += text->replaced;
    if (text->text.empty()) continue;
    if (clean.words.empty()) clean.first_word = word.box;
    clean.words.push_back(text->text);
    built.push_back(
        {std::move(text->text), word.box, word.confidence, word.text});
  }
  return Done{};
}

Status AddLine(const TextLine& line, LinePlace place, ReadPage& page) {
  CleanLine clean;
  clean.box = line.box;
  clean.block = place.block;
  clean.engine_paragraph = place.paragraph;
  clean.in_table = place.in_table;
  std::vector<BuiltWord> built;
  auto added = AddWords(line, clean, built, page.replaced);
  if (!added) return added;
  if (built.empty()) return Done{};
  page.lines.push_back(std::move(clean));
  page.words.push_back(std::move(built));
  return Done{};
}

Result<ReadPage> Cleaned(const PageText& text, LinePlace& place) {
  ReadPage page;
  for (const Block& block : text.blocks) {
    ++place.block;
    place.in_table = block.is_table;
    for (const Paragraph& paragraph : block.paragraphs) {
      ++place.paragraph;
      for (const TextLine& line : paragraph.lines) {
        auto added = AddLine(line, place, page);
        if (!added) return Fail(added.error());
      }
    }
  }
  return page;
}

void DropPageNumber(int width_px, int height_px, ReadPage& page) {
  const auto at = PageNumberLine(page.lines, width_px, height_px);
  if (!at) return;
  page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(*at));
  page.words.erase(page.words.begin() + static_cast<std::ptrdiff_t>(*at));
}

// What a page leaves to the one after it.
struct PageEnd {
  std::vector<CleanLine> lines;
  int width_px = 0;
};

bool RunsOn(const PageEnd& before, const ReadPage& page, int width_px) {
  return before.width_px > 0 && width_px > 0 &&
         RunsOnOverPage(before.lines, page.lines,
                        static_cast<double>(before.width_px) / width_px);
}

void Build(ReadPage& page, bool runs_on, LetterBuilder& builder) {
  std::vector<bool> starts = ParagraphStarts(page.lines);
  if (runs_on) starts.front() = false;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const CleanLine& line = page.lines[i];
    builder.AddLine(
        std::move(page.words[i]), line.box, line.block,
        starts[i] ? LineStart::kBeginsParagraph : LineStart::kContinues);
  }
  builder.CountReplaced(page.replaced);
}

// Words of a line that is clean already: what is between its single spaces.
std::vector<BuiltWord> WordsOf(std::string_view clean) {
  std::vector<BuiltWord> words;
  while (!clean.empty()) {
    const std::size_t end = std::min(clean.find(' '), clean.size());
    const std::string word(clean.substr(0, end));
    words.push_back({word, {}, 1.0, word});
    clean.remove_prefix(std::min(end + 1, clean.size()));
  }
  return words;
}

Result<Letter> LetterOfLines(std::string_view text) {
  LetterBuilder builder;
  builder.AddPage(0, 0, 0);
  int block = 0;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    auto clean = CleanedText(text.substr(start, end - start));
    if (!clean) return Fail(clean.error());
    builder.CountReplaced(clean->replaced);
    if (!clean->text.empty()) {
      builder.AddLine(WordsOf(clean->text), {}, block++,
                      LineStart::kBeginsParagraph);
    }
    start = end + 1;
  }
  return std::move(builder).Take();
}

}  // namespace

Result<Letter> Normalize::Run(Input pages) const {
  LetterBuilder builder;
  LinePlace place;
  PageEnd before;
  for (const NumberedPage& page : pages) {
    const int width_px = page.text.width_px;
    const int height_px = page.text.height_px;
    auto clean = Cleaned(page.text, place);
    if (!clean) {
      return Fail(clean.error().code, "page " + std::to_string(page.number),
                  clean.error().detail);
    }
    DropPageNumber(width_px, height_px, *clean);
    builder.AddPage(page.number, width_px, height_px);
    Build(*clean, RunsOn(before, *clean, width_px), builder);
    if (!clean->lines.empty()) before = {std::move(clean->lines), width_px};
  }
  return std::move(builder).Take();
}

Result<Letter> Normalize::FromPlainText(std::string_view text) const {
  auto letter = LetterOfLines(text);
  if (!letter) return letter;
  const std::u32string points = CodePointsOf(text);
  const TextEncoding encoding = EncodingOf(points);
  if (encoding == TextEncoding::kUnicode) return letter;
  return LetterOfLines(Utf8Of(FromEncoding(encoding, points)));
}

}  // namespace donthu
