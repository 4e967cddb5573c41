// Phrases behind words: "hủy bỏ", "rút lại" and "xem xét lại" are one concept.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/result.h"
#include "stages/classify/tokens.h"

namespace donthu {

struct ConceptHit {
  int id = 0;             // into Lexicon::names()
  std::string_view name;  // a view into the lexicon
  int first_token = 0;
  int last_token = 0;  // half open
};

// Immutable after Parse().
class Lexicon {
 public:
  // Lines "name: phrase | phrase"; '#' begins a comment. Fails with
  // kModelMissing on a line of another form.
  static Result<Lexicon> Parse(std::string_view text);

  const std::vector<std::string>& names() const { return names_; }
  const std::string& text() const { return text_; }
  // -1: no such concept.
  int Find(std::string_view name) const;

  // Where the phrases stand. A phrase with marks matches its own marks or a
  // word that has none at all.
  std::vector<ConceptHit> Hits(std::span<const Token> tokens) const;

 private:
  struct Phrase {
    int id = 0;
    std::vector<std::string> words;
    std::vector<std::string> bare;
  };

  void AddPhrase(int id, std::string_view phrase);

  std::string text_;
  std::vector<std::string> names_;
  // By the first word without marks.
  std::unordered_map<std::string, std::vector<Phrase>> phrases_;
};

}  // namespace donthu
