#include "tests/bench/learn_fields.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <random>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "models/text_offsets.h"
#include "stages/classify/noise.h"
#include "stages/extract/extract.h"
#include "stages/extract/word_cues.h"
#include "stages/normalize/normalize.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kFewestLetters = 3;

using Rows = std::vector<std::vector<std::uint32_t>>;  // a word's cues by index

class Perceptron {
 public:
  explicit Perceptron(const std::vector<const ChainLetter*>& letters) {
    IndexCues(letters);
    for (const ChainLetter* letter : letters) {
      Rows rows;
      for (const WordCues& cues : letter->words) {
        std::vector<std::uint32_t>& row = rows.emplace_back();
        for (const std::uint64_t cue : cues) {
          const auto at = index_.find(cue);
          if (at != index_.end()) row.push_back(at->second);
        }
      }
      rows_.push_back(std::move(rows));
    }
    weights_.assign(index_.size(), TagScores{});
    sums_.assign(index_.size(), TagScores{});
  }

  void Learn(std::size_t letter, const std::vector<std::size_t>& truth) {
    const Rows& rows = rows_[letter];
    std::vector<TagScores> scores;
    for (const auto& row : rows) {
      TagScores& sum = scores.emplace_back();
      for (const std::uint32_t cue : row) {
        for (std::size_t t = 0; t < kTagCount; ++t) sum[t] += weights_[cue][t];
      }
    }
    const std::vector<std::size_t> said = BestTags(scores, transitions_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) {
        Move(transitions_[truth[i - 1]][truth[i]],
             transition_sums_[truth[i - 1]][truth[i]], 1.0F);
        Move(transitions_[said[i - 1]][said[i]],
             transition_sums_[said[i - 1]][said[i]], -1.0F);
      }
      if (said[i] == truth[i]) continue;
      for (const std::uint32_t cue : rows[i]) {
        Move(weights_[cue][truth[i]], sums_[cue][truth[i]], 1.0F);
        Move(weights_[cue][said[i]], sums_[cue][said[i]], -1.0F);
      }
    }
    step_ += 1.0F;
  }

  Tagger Averaged(float least) const {
    constexpr float kUnits = 10.0F;  // tenths, as the file has them
    const auto mean = [&](float weight, float sum) {
      return std::round((weight - sum / step_) * kUnits) / kUnits;
    };
    std::vector<Tagger::Weight> weights;
    for (const auto& [cue, at] : index_) {
      for (std::size_t t = 0; t < kTagCount; ++t) {
        const float value = mean(weights_[at][t], sums_[at][t]);
        if (std::abs(value) >= least) {
          weights.push_back({cue, static_cast<std::uint8_t>(t), value});
        }
      }
    }
    std::array<TagScores, kTagCount> transitions = {};
    for (std::size_t a = 0; a < kTagCount; ++a) {
      for (std::size_t b = 0; b < kTagCount; ++b) {
        transitions[a][b] = mean(transitions_[a][b], transition_sums_[a][b]);
      }
    }
    return Tagger(std::move(weights), transitions);
  }

 private:
  void IndexCues(const std::vector<const ChainLetter*>& letters) {
    struct Count {
      int letters = 0;
      const std::string* last = nullptr;  // copies of a letter count once
    };
    std::unordered_map<std::uint64_t, Count> counts;
    for (const ChainLetter* letter : letters) {
      for (const WordCues& cues : letter->words) {
        for (const std::uint64_t cue : cues) {
          Count& count = counts[cue];
          if (count.last != nullptr && *count.last == letter->id) continue;
          ++count.letters;
          count.last = &letter->id;
        }
      }
    }
    std::vector<std::uint64_t> kept;
    for (const auto& [cue, count] : counts) {
      if (count.letters >= kFewestLetters) kept.push_back(cue);
    }
    std::sort(kept.begin(), kept.end());
    for (const std::uint64_t cue : kept) {
      index_.emplace(cue, static_cast<std::uint32_t>(index_.size()));
    }
  }

  void Move(float& weight, float& sum, float by) {
    weight += by;
    sum += by * step_;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> index_;
  std::vector<Rows> rows_;
  std::vector<TagScores> weights_;
  std::vector<TagScores> sums_;  // of changes, each times its step
  std::array<TagScores, kTagCount> transitions_ = {};
  std::array<TagScores, kTagCount> transition_sums_ = {};
  float step_ = 1.0F;
};

// "senders.1.name" to "senders.name".
std::string WithoutNumbers(const std::string& key) {
  std::string out;
  std::istringstream parts(key);
  for (std::string part; std::getline(parts, part, '.');) {
    if (part.find_first_not_of("0123456789") == part.npos) continue;
    if (!out.empty()) out += '.';
    out += part;
  }
  return out;
}

// The place of a mark in the normalized text; empty where the normalizer
// changed it.
TextSpan SpanOf(const MarkedLetter::Place& place, const Letter& letter) {
  const Normalize normalize;
  const auto raw = normalize.FromPlainText(place.raw);
  if (!raw || raw->text.empty()) return {};
  std::size_t at = letter.text.find(raw->text);
  for (int i = 0; i < place.before && at != std::string::npos; ++i) {
    at = letter.text.find(raw->text, at + raw->text.size());
  }
  if (at == std::string::npos) return {};
  const TextOffsets offsets(letter.text);
  return {offsets.IndexOf(at), offsets.IndexOf(at + raw->text.size())};
}

std::vector<TaggedSpan> MarkedSpans(const MarkedLetter& marked,
                                    const Letter& letter) {
  std::vector<TaggedSpan> spans;
  for (std::size_t i = 0; i < marked.marks.size(); ++i) {
    const std::string key = WithoutNumbers(marked.marks[i].first);
    const auto kind = std::find(kFieldKindNames.begin(), kFieldKindNames.end(),
                                std::string_view(key));
    if (kind == kFieldKindNames.end()) continue;
    const TextSpan span = SpanOf(marked.places[i], letter);
    if (span.start < span.end) {
      spans.push_back(
          {static_cast<FieldKind>(kind - kFieldKindNames.begin()), span});
    }
  }
  return spans;
}

}  // namespace

ChainLetter ChainOf(const std::string& id, const MarkedLetter& marked,
                    const Letter& letter, const Letter& shown,
                    const Fields& rules) {
  const LetterView view(shown);
  const Zones zones = ZonesOf(view);
  const std::vector<TextSpan> words = ChainWords(view);
  return {id, CuesOf(view, zones, words, SpansOf(rules)),
          TagsOf(words, MarkedSpans(marked, letter))};
}

Tagger LearnTagger(const std::vector<const ChainLetter*>& letters, int epochs,
                   float least) {
  Perceptron perceptron(letters);
  std::vector<std::size_t> order(letters.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random(1);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    for (const std::size_t letter : order) {
      perceptron.Learn(letter, letters[letter]->tags);
    }
  }
  return perceptron.Averaged(least);
}

namespace {

constexpr int kEpochs = 12;
constexpr float kLeastWeight = 3.0F;  // below: nothing is lost without it
constexpr NoiseLevels kPoorScan = {0.1, 0.08};

// As an engine reads the letter: of a table's rows the words alone.
MarkedLetter WithoutRules(MarkedLetter marked) {
  constexpr std::string_view kCellEnd = " | ";
  std::string& text = marked.text;
  for (std::size_t at = text.find(kCellEnd); at != std::string::npos;
       at = text.find(kCellEnd, at)) {
    text.replace(at, kCellEnd.size(), " ");
  }
  return marked;
}

Result<FieldExample> ReadExample(const fs::path& path, std::uint32_t seed) {
  FieldExample example;
  example.id = path.stem();
  example.marked = ReadMarkedLetter(path);
  const Normalize normalize;
  auto letter = normalize.FromPlainText(example.marked.text);
  if (!letter) {
    return Fail(ErrorCode::kFileUnreadable, path.filename(), "not a text");
  }
  example.letter = std::move(*letter);
  example.rules = Extract().Run(example.letter).value();
  example.copies.push_back(ChainOf(example.id, example.marked, example.letter,
                                   example.letter, example.rules));
  const MarkedLetter read = WithoutRules(example.marked);
  const Letter whole = normalize.FromPlainText(read.text).value();
  const Letter poor =
      normalize.FromPlainText(WithNoise(whole.text, kPoorScan, seed)).value();
  example.copies.push_back(
      ChainOf(example.id, read, whole, poor, Extract().Run(poor).value()));
  return example;
}

}  // namespace

Result<std::vector<FieldExample>> ReadExamples(
    const std::vector<std::string>& folders) {
  std::vector<fs::path> paths;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<FieldExample> examples;
  for (const fs::path& path : paths) {
    const auto seed = static_cast<std::uint32_t>(examples.size() + 1);
    auto example = ReadExample(path, seed);
    if (!example) return Fail(example.error());
    examples.push_back(std::move(*example));
  }
  return examples;
}

char HandOf(const FieldExample& example) { return example.id.front(); }

Tagger LearnFields(const std::vector<FieldExample>& examples, char left_out) {
  std::vector<const ChainLetter*> letters;
  for (const FieldExample& example : examples) {
    if (HandOf(example) == left_out) continue;
    for (const ChainLetter& copy : example.copies) letters.push_back(&copy);
  }
  return LearnTagger(letters, kEpochs, kLeastWeight);
}

}  // namespace donthu::bench
