// Error rates of readings, document by document and set by set.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/cer.h"
#include "tests/bench/text_tree.h"

namespace donthu::bench {

struct DocumentScore {
  std::string document;  // path in the tree; its first folder is the set
  int pages = 0;         // compared
  TextErrors errors;     // all pages together

  friend bool operator==(const DocumentScore&, const DocumentScore&) = default;
};

// One score for each document of `truth`, in its order. Pages without truth
// are left out; a page or document not read is all wrong.
std::vector<DocumentScore> Scores(const TextTree& truth, const TextTree& read);

std::string SetOf(const std::string& document);

// Rates from 0 to 1.
struct SetScore {
  std::string set;
  int documents = 0;
  int pages = 0;
  double mean_cer = 0.0;    // of the documents' rates
  double median_cer = 0.0;  // of the same; the upper one of an even number
  double pooled_cer = 0.0;  // all errors by all characters
  double mean_wer = 0.0;
};

// In order of the sets' names.
std::vector<SetScore> SetScores(const std::vector<DocumentScore>& documents);

}  // namespace donthu::bench
