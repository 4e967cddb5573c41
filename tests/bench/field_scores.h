// Precision, recall and F1 of extracted fields against marked letters.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/fields.h"
#include "tests/bench/marked_letter.h"

namespace donthu::bench {

// Whether misses go to stdout as they are found; invented letters only.
enum class Misses { kCounted, kListed };

class FieldScores {
 public:
  using Values = std::vector<std::string>;
  using Same = std::function<bool(const std::string&, const std::string&)>;

  explicit FieldScores(Misses misses) : misses_(misses) {}

  // Each value found answers one true value, `same(truth, found)`.
  void Add(const std::string& letter, const std::string& field,
           const Values& truth, Values found, const Same& same);
  // One row a field, to stdout.
  void Print() const;

 private:
  struct Score {
    int hit = 0;
    int truth = 0;
    int found = 0;
  };

  void List(const std::string& letter, const std::string& field,
            const char* what, const std::string& value) const;

  std::map<std::string, Score> scores_;
  Misses misses_;
};

// Every field that the letters mark. `id` names the letter among the misses.
void AddFields(const std::string& id, const MarkedLetter& letter,
               const Fields& fields, FieldScores& scores);

// Whether the letter marks such a value under `key`, a key without numbers
// ("senders.birth_date"), by the measure of AddFields().
bool IsMarked(const MarkedLetter& letter, std::string_view key,
              const std::string& value);

}  // namespace donthu::bench
