#include "stages/repair/repair.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/vietnamese.h"
#include "stages/repair/spelling.h"
#include "stages/repair/tokens.h"

namespace donthu {
namespace {

// All measured on scans: README.md of models/language.
constexpr double kMargin = 3.0;
constexpr double kMarginOfKnown = 4.0;
constexpr double kSureConfidence = 0.955;
// So often must the model have seen a pair: where the other neighbour was
// seen beside the word, too, and where it was not.
constexpr int kLeastPairs = 3;
constexpr int kManyPairs = 15;
constexpr double kIllegal = 8.0;  // off the logarithm of what cannot be

// That the engine misread a word, by its own confidence: of words of 0.965 and
// more 9 in 1,000 were wrong.
double ErrorRate(double confidence) {
  const double doubt = std::max(0.0, 1.0 - confidence - 0.035);
  return std::min(0.5, 0.004 + doubt);
}

// Shares of the kinds of difference among misread marks.
double ShareOf(MarkDifference difference) {
  switch (difference) {
    case MarkDifference::kNone:
      return 0.0;
    case MarkDifference::kTone:
      return 0.25;
    case MarkDifference::kShape:
      return 0.1;
    case MarkDifference::kToneShape:
      break;
  }
  return 0.02;
}

// What stands beside a word.
struct Neighbours {
  WordId left = kBreakWord;
  WordId right = kBreakWord;
};

class Decision {
 public:
  Decision(const LanguageModel& model, const Token& token, Neighbours beside,
           double confidence)
      : model_(model),
        token_(token),
        beside_(beside),
        error_(ErrorRate(confidence)),
        read_(model.Find(token.text)),
        sure_(confidence >= kSureConfidence) {}

  // The word that stood on the paper; kUnknown where it is what was read.
  WordId Run() const {
    const auto alike = model_.Alike(token_.text);
    std::optional<double> best;  // most words need none
    WordId chosen = kUnknown;
    for (const WordId other : alike) {
      if (other == read_) continue;
      // What cannot be, and can be one thing only, needs no pair.
      if (!IsAttested(other) && (alike.size() > 1 || IsLegal())) continue;
      const double share =
          ShareOf(DifferenceOf(token_.text, model_.TextOf(other)));
      if (share == 0.0) continue;
      if (!best) best = LeastScore();
      const double score = Score(other) + std::log(error_ * share);
      if (score <= *best) continue;
      best = score;
      chosen = other;
    }
    return chosen;
  }

 private:
  // What another word has to pass.
  double LeastScore() const {
    const bool legal = IsLegal();
    const double margin =
        legal && sure_ && read_ != kUnknown ? kMarginOfKnown : kMargin;
    return Score(read_) + std::log(1.0 - error_) - (legal ? 0.0 : kIllegal) +
           margin;
  }

  bool IsLegal() const { return IsLegalSyllable(token_.text); }

  double Score(WordId word) const {
    return std::log(model_.Probability(beside_.left, word)) +
           std::log(model_.Probability(word, beside_.right));
  }

  // A break says nothing of the words beside it.
  int Pairs(WordId first, WordId second) const {
    const bool says = first != kBreakWord && second != kBreakWord;
    return says ? model_.PairCount(first, second) : 0;
  }

  bool IsAttested(WordId word) const {
    const int left = Pairs(beside_.left, word);
    const int right = Pairs(word, beside_.right);
    const int most = std::max(left, right);
    return most >= kManyPairs ||
           (most >= kLeastPairs && std::min(left, right) >= 1);
  }

  const LanguageModel& model_;
  const Token& token_;
  Neighbours beside_;
  double error_;
  WordId read_;
  bool sure_;
};

WordId IdOf(const LanguageModel& model, const Token& token) {
  switch (token.kind) {
    case TokenKind::kBreak:
      return kBreakWord;
    case TokenKind::kNumber:
      return kNumberWord;
    case TokenKind::kName:
      return kNameWord;
    case TokenKind::kWord:
      break;
  }
  return model.Find(token.text);
}

// `word` in the capitals of what stands at `place`.
void Write(std::u32string_view word, int place, std::u32string& text) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    char32_t& c = text[static_cast<std::size_t>(place) + i];
    c = IsUpper(c) ? UpperOf(word[i]) : word[i];
  }
}

}  // namespace

Result<Letter> Repair::Run(Input letter) const {
  if (!model_) return letter;
  std::vector<Token> tokens = TokensOf(letter);
  std::u32string text = CodePointsOf(letter.text);
  bool changed = false;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.kind != TokenKind::kWord || token.quoted) continue;
    const Neighbours beside = {IdOf(*model_, tokens[i - 1]),
                               IdOf(*model_, tokens[i + 1])};
    const LetterWord& word = letter.words[static_cast<std::size_t>(token.word)];
    const WordId other =
        Decision(*model_, token, beside, word.confidence).Run();
    if (other == kUnknown) continue;
    token.text = model_->TextOf(other);
    Write(token.text, token.span.start, text);
    changed = true;
  }
  if (!changed) return letter;
  letter.text = Utf8Of(text);
  return letter;
}

}  // namespace donthu
