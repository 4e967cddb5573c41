// Letters written for training, with what a reader decided about them; see
// models/classifier/LABELLING.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/label.h"
#include "models/result.h"

namespace donthu {

struct CorpusEvidence {
  Label label = Label::kKhac;
  std::string quote;  // stands in the text, on one line

  friend bool operator==(const CorpusEvidence&,
                         const CorpusEvidence&) = default;
};

// The letter drawn, scanned and read by the engine.
struct CorpusScan {
  std::string condition;  // of samples/conditions: "fax"
  std::string text;       // UTF-8, normalized

  friend bool operator==(const CorpusScan&, const CorpusScan&) = default;
};

struct CorpusLetter {
  std::string id;  // "an-001": the writer's prefix and a number
  Label label = Label::kKhac;
  std::vector<Label> parts;  // weightiest first
  std::optional<Label> title_label;
  std::string scenario;    // letters of one matter share it
  std::string difficulty;  // "easy" or "hard"
  std::string reason;      // one sentence with the article
  std::vector<CorpusEvidence> evidence;
  // One a passage, bit r: it has the role kRoleCodes[r]. Empty: nobody said.
  std::vector<unsigned> roles;
  std::string text;  // UTF-8 as written: not normalized
  std::optional<CorpusScan> scan;

  friend bool operator==(const CorpusLetter&, const CorpusLetter&) = default;
};

// The part of an id before the number.
std::string WriterOf(const CorpusLetter& letter);

// Fails with kModelMissing where the header is not of the corpus's form.
Result<CorpusLetter> ParseCorpusLetter(std::string_view file);

// Of a file of `recognized/`: "condition: fax", a line "---", the text. Fails
// with kModelMissing where it is not of this form.
Result<CorpusScan> ParseCorpusScan(std::string_view file);

// Every *.txt of the folder, by name, each with what recognized/<id>.txt in it
// holds, where that is there. Fails with kModelMissing where there is no
// letter or one cannot be parsed; the subject names the file.
Result<std::vector<CorpusLetter>> LoadCorpus(const std::string& folder);

}  // namespace donthu
