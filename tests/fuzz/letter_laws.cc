#include "tests/fuzz/letter_laws.h"

#include "models/json_rules.h"
#include "models/text_offsets.h"
#include "tests/fuzz/law.h"

namespace donthu {
namespace {

bool Within(TextSpan span, TextSpan outer) {
  return span.start >= outer.start && span.end <= outer.end &&
         span.start <= span.end;
}

void CheckLine(const Letter& letter, const LetterLine& line, int from_word) {
  Law(line.first_word == from_word && line.last_word >= line.first_word,
      "lines hold the words in order");
  for (int i = line.first_word; i < line.last_word; ++i) {
    const LetterWord& word = letter.words.at(static_cast<std::size_t>(i));
    Law(Within(word.span, line.span), "a word lies in its line");
    Law(word.page == line.page, "a word lies on the page of its line");
  }
}

}  // namespace

void CheckLetter(const Letter& letter) {
  Law(IsLetterText(letter.text), "a letter has no control characters");
  const TextSpan all = {0, CodePointCount(letter.text)};
  int end = 0;
  for (const LetterWord& word : letter.words) {
    Law(Within(word.span, all) && word.span.start >= end,
        "words follow each other in the text");
    end = word.span.end;
  }
  int words = 0;
  for (const LetterLine& line : letter.lines) {
    CheckLine(letter, line, words);
    words = line.last_word;
  }
  Law(words == static_cast<int>(letter.words.size()), "every word has a line");
  for (const LetterPage& page : letter.pages) {
    Law(Within(page.span, all), "a page lies in the text");
  }
}

}  // namespace donthu
