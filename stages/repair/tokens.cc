#include "stages/repair/tokens.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr char32_t kOpeningQuote = 0x201C;
constexpr char32_t kClosingQuote = 0x201D;

class Tokenizer {
 public:
  Tokenizer(const Letter& letter, std::u32string_view text)
      : letter_(letter), text_(text) {}

  std::vector<Token> Run() {
    Break();
    for (const LetterLine& line : letter_.lines) {
      if (line.paragraph != paragraph_) {
        Break();
        quoted_ = false;
      }
      paragraph_ = line.paragraph;
      for (int i = line.first_word; i < line.last_word; ++i) Add(i);
    }
    Break();
    TellNames();
    return std::move(tokens_);
  }

 private:
  char32_t At(int place) const {
    return text_[static_cast<std::size_t>(place)];
  }

  void Break() {
    if (!tokens_.empty() && tokens_.back().kind == TokenKind::kBreak) return;
    tokens_.emplace_back();
    capital_.push_back(false);
  }

  void Mark(char32_t c) {
    if (c == kOpeningQuote) quoted_ = true;
    if (c == kClosingQuote) quoted_ = false;
    if (c == U'"') quoted_ = !quoted_;
    Break();
  }

  // Marks, one run of letters, marks; all else is a break or a number.
  void Add(int index) {
    const TextSpan whole = letter_.words[static_cast<std::size_t>(index)].span;
    int start = whole.start;
    int end = whole.end;
    while (start < end && !IsLetter(At(start)) && !IsDigit(At(start))) {
      Mark(At(start++));
    }
    if (start < end && IsDigit(At(start))) return AddNumber(index, start, end);
    int stop = start;
    while (stop < end && IsLetter(At(stop))) ++stop;
    int rest = stop;
    while (rest < end && !IsLetter(At(rest)) && !IsDigit(At(rest))) ++rest;
    if (stop > start && rest == end) AddWord(index, {start, stop});
    if (stop == start || rest < end) Break();
    for (int i = stop; i < end; ++i) {
      if (!IsLetter(At(i)) && !IsDigit(At(i))) Mark(At(i));
    }
  }

  void AddNumber(int index, int start, int end) {
    Put(TokenKind::kNumber, index, {start, end});
    const char32_t last = At(end - 1);
    if (!IsLetter(last) && !IsDigit(last)) Mark(last);
  }

  void AddWord(int index, TextSpan span) {
    Put(TokenKind::kWord, index, span);
    int capitals = 0;
    for (int i = span.start; i < span.end; ++i) {
      tokens_.back().text += LowerOf(At(i));
      if (IsUpper(At(i))) ++capitals;
    }
    const bool all = capitals == span.end - span.start && capitals > 1;
    capital_.back() = IsUpper(At(span.start)) && !all;
  }

  void Put(TokenKind kind, int index, TextSpan span) {
    Token token;
    token.kind = kind;
    token.span = span;
    token.word = index;
    token.quoted = quoted_;
    tokens_.push_back(std::move(token));
    capital_.push_back(false);
  }

  void TellNames() {
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
      if (capital_[i] && (capital_[i - 1] || capital_[i + 1])) {
        tokens_[i].kind = TokenKind::kName;
      }
    }
  }

  const Letter& letter_;
  std::u32string_view text_;
  std::vector<Token> tokens_;
  std::vector<bool> capital_;  // of each token
  int paragraph_ = -1;
  bool quoted_ = false;
};

}  // namespace

std::vector<Token> TokensOf(const Letter& letter) {
  const std::u32string text = CodePointsOf(letter.text);
  return Tokenizer(letter, text).Run();
}

}  // namespace donthu
