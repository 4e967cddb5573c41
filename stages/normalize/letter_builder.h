// Puts a letter's text together, keeping the spans.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/letter.h"

namespace donthu {

// What a word becomes in the letter; `text` normalized and not empty.
struct BuiltWord {
  std::string text;
  BoxPx box;
  double confidence = 0.0;
  std::string raw;
};

enum class LineStart { kContinues, kBeginsParagraph };

// Pages in order; within a page its lines in reading order.
class LetterBuilder {
 public:
  void AddPage(int number, int width_px, int height_px);
  // To the page added last; `words` not empty. Pages are parted by two line
  // ends whatever `start` says of the first line of one.
  void AddLine(std::vector<BuiltWord> words, BoxPx box, int block,
               LineStart start);
  void CountReplaced(int code_points) { letter_.replaced += code_points; }
  Letter Take() && { return std::move(letter_); }

 private:
  void Separate(LineStart start);
  void Append(std::string_view text);
  void AddWord(BuiltWord word);

  Letter letter_;
  int length_ = 0;  // of the text, in code points
  int paragraph_ = -1;
  bool page_is_fresh_ = false;
};

}  // namespace donthu
