#include "tests/bench/learn_language.h"

#include <utility>
#include <vector>

#include "models/sha256.h"
#include "stages/classify/corpus.h"
#include "stages/normalize/normalize.h"
#include "stages/repair/learn.h"

namespace donthu {

Result<LanguageCounts> LearnLanguage(const std::string& corpus) {
  const auto letters = LoadCorpus(corpus);
  if (!letters) return Fail(letters.error());
  std::vector<Letter> normalized;
  std::string data;
  for (const CorpusLetter& letter : *letters) {
    auto text = Normalize().FromPlainText(letter.text);
    if (!text) return Fail(text.error());
    data += letter.id + "\n" + letter.text + "\n";
    normalized.push_back(std::move(*text));
  }
  LanguageCounts counts = CountWords(normalized);
  counts.data_sha256 = Sha256Hex(data);
  return counts;
}

}  // namespace donthu
