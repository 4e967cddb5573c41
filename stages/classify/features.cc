#include "stages/classify/features.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "models/fnv.h"

namespace donthu {
namespace {

// Those of a letter, some ten thousand, are cut by the high bits of their keys
// first: keys are hashes, spread evenly, and each run is a few.
void SortByKey(Features& features) {
  constexpr std::size_t kMany = 2048;  // of a passage there are fewer
  constexpr int kMostBits = 20;
  const auto by_key = [](const Feature& a, const Feature& b) {
    return a.key < b.key;
  };
  if (features.size() < kMany) {
    return std::sort(features.begin(), features.end(), by_key);
  }
  int bits = 1;
  while (bits < kMostBits && (std::size_t{2} << bits) < features.size()) ++bits;
  const auto run_of = [shift = 64 - bits](const Feature& feature) {
    return static_cast<std::size_t>(feature.key >> shift);
  };
  std::vector<std::size_t> ends(std::size_t{1} << bits);
  for (const Feature& feature : features) ++ends[run_of(feature)];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::size_t> next(ends.size());  // the first place of each run
  std::copy(ends.begin(), ends.end() - 1, next.begin() + 1);
  Features sorted(features.size());
  for (const Feature& feature : features) {
    sorted[next[run_of(feature)]++] = feature;
  }
  auto first = sorted.begin();
  for (const std::size_t end : ends) {
    const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, by_key);
    first = last;
  }
  features = std::move(sorted);
}

class Collector {
 public:
  explicit Collector(FeatureNames* names) : names_(names) {}

  // The name of the feature is the pieces put together.
  void Add(FeatureBlock block, std::initializer_list<std::string_view> pieces) {
    std::uint64_t key = kFnvStart;
    for (const std::string_view piece : pieces) key = Fnv(piece, key);
    features_.push_back({key, block, 1.0F});
    if (names_ == nullptr) return;
    std::string& name = (*names_)[key];
    if (!name.empty()) return;
    for (const std::string_view piece : pieces) name += piece;
  }

  Features Take() {
    SortByKey(features_);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < features_.size(); ++i) {
      if (kept > 0 && features_[kept - 1].key == features_[i].key) {
        features_[kept - 1].count += 1.0F;
      } else {
        features_[kept++] = features_[i];
      }
    }
    features_.resize(kept);
    return std::move(features_);
  }

 private:
  FeatureNames* names_;
  Features features_;
};

struct Form {
  std::string_view text;
  std::string_view bare;
};

bool IsClassPair(std::string_view a, std::string_view b) {
  return (a == "khieu" && (b == "nai" || b == "to")) ||
         (a == "to" && b == "cao") || (a == "kien" && b == "nghi") ||
         (a == "phan" && b == "anh");
}

std::vector<Form> FormsOf(const Reading& reading, const Passage& passage) {
  std::vector<Form> forms;
  for (int i = passage.first_token; i < passage.last_token; ++i) {
    const Token& token = reading.tokens[static_cast<std::size_t>(i)];
    const Token* next = i + 1 < passage.last_token
                            ? &reading.tokens[static_cast<std::size_t>(i + 1)]
                            : nullptr;
    if (next != nullptr && IsClassPair(token.bare, next->bare)) {
      forms.push_back({"<class>", "<class>"});
      ++i;
    } else {
      forms.push_back({token.text, token.bare});
    }
  }
  return forms;
}

using Pick = std::string_view Form::*;

void AddWords(const std::vector<Form>& forms, Pick pick, FeatureBlock block,
              std::string_view prefix, Collector& out) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    out.Add(block, {prefix, forms[i].*pick});
    if (i + 1 == forms.size()) break;
    out.Add(block, {prefix, forms[i].*pick, " ", forms[i + 1].*pick});
  }
}

void AddTriples(const std::vector<Form>& forms, Collector& out) {
  for (std::size_t i = 0; i + 2 < forms.size(); ++i) {
    out.Add(FeatureBlock::kBare, {"b:", forms[i].bare, " ", forms[i + 1].bare,
                                  " ", forms[i + 2].bare});
  }
}

void AddChars(const std::vector<Form>& forms, Collector& out) {
  std::string line = " ";
  for (const Form& form : forms) {
    line += form.bare.front() == '<' ? std::string_view("#") : form.bare;
    line += ' ';
  }
  for (std::size_t n = 4; n <= 5; ++n) {
    for (std::size_t i = 0; i + n <= line.size(); ++i) {
      const std::string_view gram(line.data() + i, n);
      if (gram.find('#') == std::string_view::npos) {
        out.Add(FeatureBlock::kChars, {"c:", gram});
      }
    }
  }
}

std::string_view ZoneName(Zone zone) {
  switch (zone) {
    case Zone::kHeading:
      return "h";
    case Zone::kTitle:
      return "t";
    case Zone::kRecipients:
      return "a";
    case Zone::kOpening:
      return "o";
    case Zone::kNarrative:
      return "n";
    case Zone::kRequest:
      return "r";
    case Zone::kClosing:
      return "e";
  }
  return "n";
}

// Distinct concepts of a passage; those inside quotation marks are another's
// words and left out. A person with a post and "không …" are concepts too.
std::vector<std::string> ConceptsOf(const Reading& reading,
                                    const Passage& passage) {
  std::vector<std::string> found;
  for (const ConceptHit& hit : reading.hits) {
    if (hit.first_token < passage.first_token) continue;
    if (hit.last_token > passage.last_token) continue;
    const auto at = static_cast<std::size_t>(hit.first_token);
    const std::string mark = reading.tokens[at].quoted ? "quoted " : "";
    found.push_back(mark + std::string(hit.name));
  }
  for (int i = passage.first_token; i < passage.last_token; ++i) {
    const Token& token = reading.tokens[static_cast<std::size_t>(i)];
    if (token.bare.front() == '<') found.push_back(token.bare);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void AddConcepts(const std::vector<std::string>& concepts, Zone zone,
                 Collector& out) {
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    out.Add(FeatureBlock::kConcepts, {"k:", concepts[i]});
    out.Add(FeatureBlock::kConcepts, {"k", ZoneName(zone), ":", concepts[i]});
    for (std::size_t j = i + 1; j < concepts.size(); ++j) {
      out.Add(FeatureBlock::kPairs, {"p:", concepts[i], "+", concepts[j]});
      if (zone == Zone::kRequest) {
        out.Add(FeatureBlock::kPairs, {"pr:", concepts[i], "+", concepts[j]});
      }
    }
  }
}

void AddPassage(const Reading& reading, const Passage& passage,
                Collector& out) {
  if (passage.zone == Zone::kHeading) return;
  const std::vector<Form> forms = FormsOf(reading, passage);
  const bool head =
      passage.zone == Zone::kTitle || passage.zone == Zone::kRecipients;
  AddConcepts(ConceptsOf(reading, passage), passage.zone, out);
  if (head)
    return AddWords(forms, &Form::bare, FeatureBlock::kTitle, "t:", out);
  AddWords(forms, &Form::text, FeatureBlock::kToned, "w:", out);
  AddWords(forms, &Form::bare, FeatureBlock::kBare, "b:", out);
  AddTriples(forms, out);
  AddChars(forms, out);
  if (passage.zone == Zone::kRequest) {
    AddWords(forms, &Form::bare, FeatureBlock::kRequest, "r:", out);
  } else if (passage.zone == Zone::kOpening) {
    AddWords(forms, &Form::bare, FeatureBlock::kOpening, "o:", out);
  }
}

// What stands before and after a passage tells what it belongs to.
void AddBeside(const Reading& reading, int index, Collector& out) {
  if (index < 0 || index >= static_cast<int>(reading.passages.size())) return;
  const Passage& passage = reading.passages[static_cast<std::size_t>(index)];
  if (passage.zone == Zone::kHeading || passage.zone == Zone::kTitle) return;
  for (const Form& form : FormsOf(reading, passage)) {
    out.Add(FeatureBlock::kBeside, {"n:", form.bare});
  }
  for (const std::string& name : ConceptsOf(reading, passage)) {
    out.Add(FeatureBlock::kBeside, {"kn:", name});
  }
}

}  // namespace

Features LetterFeatures(const Reading& reading, FeatureNames* names) {
  Collector out(names);
  for (const Passage& passage : reading.passages) {
    AddPassage(reading, passage, out);
  }
  return out.Take();
}

Features PassageFeatures(const Reading& reading, int index,
                         FeatureNames* names) {
  Collector out(names);
  const Passage& passage = reading.passages[static_cast<std::size_t>(index)];
  const std::vector<Form> forms = FormsOf(reading, passage);
  AddWords(forms, &Form::text, FeatureBlock::kToned, "w:", out);
  AddWords(forms, &Form::bare, FeatureBlock::kBare, "b:", out);
  for (const int beside : {index - 1, index + 1})
    AddBeside(reading, beside, out);
  AddConcepts(ConceptsOf(reading, passage), passage.zone, out);
  out.Add(FeatureBlock::kConcepts, {"z:", ZoneName(passage.zone)});
  const auto fifth = static_cast<int>(passage.position * 4.999);
  out.Add(FeatureBlock::kConcepts, {"z:", std::to_string(fifth)});
  return out.Take();
}

std::uint64_t FeatureKey(std::string_view name) { return Fnv(name); }

}  // namespace donthu
