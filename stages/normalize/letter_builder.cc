#include "stages/normalize/letter_builder.h"

#include <utility>

#include "models/text_offsets.h"

namespace donthu {

// Pages are parted by two line ends however many of them are blank, so that
// a blank one's empty span lies within the text.
void LetterBuilder::AddPage(int number, int width_px, int height_px) {
  const int start = letter_.text.empty() ? 0 : length_;
  letter_.pages.push_back({number, {start, start}, width_px, height_px});
  page_is_fresh_ = true;
}

void LetterBuilder::AddLine(std::vector<BuiltWord> words, BoxPx box, int block,
                            LineStart start) {
  Separate(start);
  LetterLine line;
  line.page = letter_.pages.back().number;
  line.box = box;
  line.block = block;
  line.paragraph = paragraph_;
  line.span.start = length_;
  line.first_word = static_cast<int>(letter_.words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) Append(" ");
    AddWord(std::move(words[i]));
  }
  line.last_word = static_cast<int>(letter_.words.size());
  line.span.end = length_;
  letter_.lines.push_back(line);
  letter_.pages.back().span.end = length_;
}

void LetterBuilder::Separate(LineStart start) {
  const bool begins = start == LineStart::kBeginsParagraph || paragraph_ < 0;
  if (page_is_fresh_) {
    if (length_ > 0) Append("\n\n");
    letter_.pages.back().span = {length_, length_};
    page_is_fresh_ = false;
  } else {
    Append(begins ? "\n" : " ");
  }
  if (begins) ++paragraph_;
}

void LetterBuilder::Append(std::string_view text) {
  letter_.text += text;
  length_ += CodePointCount(text);
}

void LetterBuilder::AddWord(BuiltWord word) {
  LetterWord placed;
  placed.span.start = length_;
  Append(word.text);
  placed.span.end = length_;
  placed.page = letter_.pages.back().number;
  placed.box = word.box;
  placed.confidence = word.confidence;
  placed.raw = std::move(word.raw);
  letter_.words.push_back(std::move(placed));
}

}  // namespace donthu
