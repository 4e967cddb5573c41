#include "stages/classify/lexicon.h"

#include <algorithm>
#include <utility>

#include "models/vietnamese.h"

namespace donthu {
namespace {

// Cuts the next piece up to `mark` off `rest`, without outer spaces.
std::string_view NextPiece(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  std::string_view piece = rest.substr(0, at);
  rest =
      at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
  while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
  return piece;
}

bool WordMatches(const Token& token, const std::string& word,
                 const std::string& bare) {
  if (token.kind != TokenKind::kWord) return false;
  if (token.text == word) return true;
  return token.bare == bare && token.text == token.bare;
}

}  // namespace

void Lexicon::AddPhrase(int id, std::string_view phrase) {
  Phrase entry;
  entry.id = id;
  while (!phrase.empty()) {
    const std::string_view word = NextPiece(phrase, ' ');
    if (word.empty()) continue;
    entry.words.emplace_back(word);
    entry.bare.push_back(BareText(word));
  }
  if (!entry.words.empty()) phrases_[entry.bare[0]].push_back(entry);
}

Result<Lexicon> Lexicon::Parse(std::string_view text) {
  Lexicon lexicon;
  lexicon.text_ = text;
  while (!text.empty()) {
    std::string_view line = NextPiece(text, '\n');
    if (line.empty() || line.front() == '#') continue;
    if (line.find(':') == std::string_view::npos) {
      return Fail(ErrorCode::kModelMissing, "lexicon",
                  "A line of the lexicon is not of the form name: phrases.");
    }
    const std::string_view name = NextPiece(line, ':');
    const int id = static_cast<int>(lexicon.names_.size());
    lexicon.names_.emplace_back(name);
    while (!line.empty()) lexicon.AddPhrase(id, NextPiece(line, '|'));
  }
  return lexicon;
}

int Lexicon::Find(std::string_view name) const {
  const auto at = std::find(names_.begin(), names_.end(), name);
  return at == names_.end() ? -1 : static_cast<int>(at - names_.begin());
}

std::vector<ConceptHit> Lexicon::Hits(std::span<const Token> tokens) const {
  std::vector<ConceptHit> hits;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto found = phrases_.find(tokens[i].bare);
    if (found == phrases_.end()) continue;
    for (const Phrase& phrase : found->second) {
      const std::size_t length = phrase.words.size();
      if (i + length > tokens.size()) continue;
      std::size_t k = 0;
      while (k < length &&
             WordMatches(tokens[i + k], phrase.words[k], phrase.bare[k])) {
        ++k;
      }
      if (k == length) {
        hits.push_back({phrase.id, names_[static_cast<std::size_t>(phrase.id)],
                        static_cast<int>(i), static_cast<int>(i + length)});
      }
    }
  }
  return hits;
}

}  // namespace donthu
