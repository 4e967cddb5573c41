#include "stages/repair/learn.h"

#include <cstddef>
#include <set>
#include <string>

#include "stages/repair/tokens.h"

namespace donthu {
namespace {

constexpr int kFewestLetters = 3;

struct Seen {
  int count = 0;
  int letters = 0;
  int last = -1;  // the letter that was counted last

  void Add(int letter) {
    ++count;
    if (last != letter) ++letters;
    last = letter;
  }
};

using Text = std::u32string;

Text TextOf(const Token& token) {
  switch (token.kind) {
    case TokenKind::kBreak:
      return Text(kWordClasses[kBreakWord]);
    case TokenKind::kNumber:
      return Text(kWordClasses[kNumberWord]);
    case TokenKind::kName:
      return Text(kWordClasses[kNameWord]);
    case TokenKind::kWord:
      break;
  }
  return token.text;
}

class Counter {
 public:
  void Add(const Letter& letter, int number) {
    Text before;
    for (const Token& token : TokensOf(letter)) {
      Text text = TextOf(token);
      ++tokens_;
      words_[text].Add(number);
      if (!before.empty()) pairs_[{before, text}].Add(number);
      before = std::move(text);
    }
  }

  LanguageCounts Take() const {
    LanguageCounts counts;
    counts.tokens = tokens_;
    std::map<Text, WordId> ids;
    for (const std::u32string_view word_class : kWordClasses) {
      const Text text(word_class);
      ids[text] = static_cast<WordId>(counts.words.size());
      const auto found = words_.find(text);
      counts.words.push_back(
          {text, found == words_.end() ? 1 : found->second.count, 0});
    }
    for (const auto& [text, seen] : words_) {
      if (seen.letters < kFewestLetters || ids.count(text) != 0) continue;
      ids[text] = static_cast<WordId>(counts.words.size());
      counts.words.push_back({text, seen.count, 0});
    }
    for (const auto& [texts, seen] : pairs_) {
      const auto first = ids.find(texts.first);
      if (first == ids.end()) continue;
      ++counts.words[static_cast<std::size_t>(first->second)].followers;
      const auto second = ids.find(texts.second);
      if (second == ids.end() || seen.letters < kFewestLetters) continue;
      counts.pairs[{first->second, second->second}] = seen.count;
    }
    return counts;
  }

 private:
  long tokens_ = 0;
  std::map<Text, Seen> words_;
  std::map<std::pair<Text, Text>, Seen> pairs_;
};

}  // namespace

LanguageCounts CountWords(const std::vector<Letter>& letters) {
  Counter counter;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    counter.Add(letters[i], static_cast<int>(i));
  }
  return counter.Take();
}

}  // namespace donthu
