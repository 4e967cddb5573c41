// One letter as text, with the way back to its pages.
#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/page_text.h"

namespace donthu {

// Half open, in code points of Letter::text. The text holds nothing outside
// the Basic Multilingual Plane, so UTF-16 units count the same.
struct TextSpan {
  int start = 0;
  int end = 0;

  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct LetterWord {
  TextSpan span;
  int page = 0;             // 1-based number in the file; 0: plain text
  BoxPx box;                // empty in a letter made from plain text
  double confidence = 0.0;  // 0 to 1, the engine's; 1 in plain text
  std::string raw;          // as recognized, UTF-8

  friend bool operator==(const LetterWord&, const LetterWord&) = default;
};

// A line as it stood on the page. Words [first_word, last_word) are its own.
struct LetterLine {
  TextSpan span;
  int page = 0;
  BoxPx box;
  int first_word = 0;
  int last_word = 0;
  int block = 0;      // running number of the block in the letter
  int paragraph = 0;  // running number of the paragraph in the letter

  friend bool operator==(const LetterLine&, const LetterLine&) = default;
};

struct LetterPage {
  int number = 0;  // 1-based number in the file
  TextSpan span;   // its part of the text; empty where nothing was read
  int width_px = 0;
  int height_px = 0;

  friend bool operator==(const LetterPage&, const LetterPage&) = default;
};

struct Letter {
  // NFC. Lines of a paragraph are joined by one space, paragraphs by one
  // U+000A, pages by two, within a paragraph, too; no other control character.
  std::string text;
  std::vector<LetterWord> words;  // in order of the text, not overlapping
  std::vector<LetterLine> lines;
  std::vector<LetterPage> pages;  // every page of the letter
  int replaced = 0;  // code points that could not be kept: now U+FFFD

  friend bool operator==(const Letter&, const Letter&) = default;
};

// One place for each line that `span` touches: the union of the boxes of the
// touched words of that line. Empty in a letter made from plain text.
std::vector<Place> PlacesOf(const Letter& letter, TextSpan span);

// The two U+000A between pages over which a paragraph runs on, in order.
std::vector<TextSpan> BreaksWithinParagraphs(const Letter& letter);
// Letter::text with two spaces for each of them: spans stay what they are.
std::string RunningText(const Letter& letter);

// A page of a letter before its text was normalized.
struct NumberedPage {
  int number = 0;  // 1-based number in the file
  PageText text;

  friend bool operator==(const NumberedPage&, const NumberedPage&) = default;
};

}  // namespace donthu
