#include "tests/bench/learn_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "models/sha256.h"
#include "models/text_offsets.h"
#include "stages/classify/in_parallel.h"
#include "stages/classify/noise.h"
#include "stages/extract/extract.h"
#include "stages/extract/word_cues.h"
#include "stages/normalize/normalize.h"
#include "tests/bench/spans_as_read.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kFewestLetters = 3;
constexpr int kOrders = 8;

using Rows = std::vector<std::vector<std::uint32_t>>;  // a word's cues by index

// Letters with the cues that are learnt from, by index.
class LearningRows {
 public:
  explicit LearningRows(const std::vector<const ChainLetter*>& letters) {
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
      tags_.push_back(&letter->tags);
    }
  }

  std::size_t letter_count() const { return rows_.size(); }
  const Rows& rows(std::size_t letter) const { return rows_[letter]; }
  const std::vector<std::size_t>& tags(std::size_t letter) const {
    return *tags_[letter];
  }
  // Each cue with its index.
  const std::unordered_map<std::uint64_t, std::uint32_t>& index() const {
    return index_;
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

  std::unordered_map<std::uint64_t, std::uint32_t> index_;
  std::vector<Rows> rows_;
  std::vector<const std::vector<std::size_t>*> tags_;
};

// The weights of several models, summed.
struct WeightSum {
  std::vector<TagScores> weights;  // by index of the cue
  Transitions transitions = {};
  float models = 0.0F;

  void Add(const std::vector<TagScores>& others, const Transitions& after,
           float count) {
    weights.resize(others.size());
    for (std::size_t at = 0; at < others.size(); ++at) {
      for (std::size_t t = 0; t < kTagCount; ++t) {
        weights[at][t] += others[at][t];
      }
    }
    for (std::size_t a = 0; a < kTagCount; ++a) {
      for (std::size_t b = 0; b < kTagCount; ++b) {
        transitions[a][b] += after[a][b];
      }
    }
    models += count;
  }
};

// AdaGrad (Duchi, Hazan, Singer 2011) on the log likelihood of the marks.
class ChainLearner {
 public:
  explicit ChainLearner(const LearningRows& letters)
      : letters_(letters),
        weights_(letters.index().size()),
        squares_(letters.index().size()) {}

  void Learn(std::size_t letter) {
    const Rows& rows = letters_.rows(letter);
    const std::vector<std::size_t>& truth = letters_.tags(letter);
    std::vector<TagScores> scores;
    for (const auto& row : rows) {
      TagScores& sum = scores.emplace_back();
      for (const std::uint32_t cue : row) {
        for (std::size_t t = 0; t < kTagCount; ++t) sum[t] += weights_[cue][t];
      }
    }
    const ChainProbabilities likely(scores, transitions_);
    Transitions steps = {};  // expected, then what the marks have more
    for (std::size_t i = 0; i < rows.size(); ++i) {
      TagScores lacks = likely.TagsAt(i);
      for (float& value : lacks) value = -value;
      lacks[truth[i]] += 1.0F;
      if (lacks[truth[i]] > kSure) {
        for (const std::uint32_t cue : rows[i]) {
          Climb(lacks, weights_[cue], squares_[cue]);
        }
      }
      if (i == 0) continue;
      likely.AddStep(i, steps);
      steps[truth[i - 1]][truth[i]] -= 1.0F;
    }
    for (std::size_t before = 0; before < kTagCount; ++before) {
      for (float& value : steps[before]) value = -value;
      Climb(steps[before], transitions_[before], step_squares_[before]);
    }
  }

  // Adds what was learnt so far.
  void AddTo(WeightSum& sum) const { sum.Add(weights_, transitions_, 1.0F); }

 private:
  static void Climb(const TagScores& gradient, TagScores& weights,
                    TagScores& squares) {
    for (std::size_t t = 0; t < kTagCount; ++t) {
      const float slope = gradient[t] - kDecay * weights[t];
      squares[t] += slope * slope;
      weights[t] += kRate * slope / std::sqrt(squares[t] + kStart);
    }
  }

  static constexpr float kSure = 1e-3F;  // of a tag: nothing to learn from it
  static constexpr float kRate = 0.1F;
  static constexpr float kStart = 0.1F;
  static constexpr float kDecay = 1e-4F;

  const LearningRows& letters_;
  std::vector<TagScores> weights_;
  std::vector<TagScores> squares_;  // of all slopes so far, summed
  Transitions transitions_ = {};
  Transitions step_squares_ = {};
};

// What one order of reading makes of the letters: the mean over the later half
// of the epochs, in which the last letters of an epoch pull less.
WeightSum LearnInOrder(const LearningRows& letters, int epochs,
                       std::uint32_t seed) {
  ChainLearner learner(letters);
  std::vector<std::size_t> order(letters.letter_count());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random(seed);
  WeightSum sum;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    for (const std::size_t letter : order) learner.Learn(letter);
    if (2 * epoch >= epochs) learner.AddTo(sum);
  }
  return sum;
}

// The mean of what was summed, to the hundredth, as the file has it.
Tagger MeanOf(const LearningRows& letters, const WeightSum& sum, float least) {
  constexpr float kUnits = 100.0F;
  const auto rounded = [&](float weight) {
    return std::round(weight / sum.models * kUnits) / kUnits;
  };
  std::vector<Tagger::Weight> weights;
  for (const auto& [cue, at] : letters.index()) {
    for (std::size_t t = 0; t < kTagCount; ++t) {
      const float value = rounded(sum.weights[at][t]);
      if (std::abs(value) >= least) {
        weights.push_back({cue, static_cast<std::uint8_t>(t), value});
      }
    }
  }
  Transitions transitions = {};
  for (std::size_t a = 0; a < kTagCount; ++a) {
    for (std::size_t b = 0; b < kTagCount; ++b) {
      transitions[a][b] = rounded(sum.transitions[a][b]);
    }
  }
  return Tagger(std::move(weights), transitions);
}

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

// The marks of `letter` in what was read of it.
std::vector<TaggedSpan> MarksAsRead(const std::vector<TaggedSpan>& spans,
                                    const Letter& letter, const Letter& read) {
  std::vector<TextSpan> from;
  for (const TaggedSpan& one : spans) from.push_back(one.span);
  const auto carried = SpansAsRead(LetterView(letter), from, LetterView(read));
  std::vector<TaggedSpan> out;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (carried[i]) out.push_back({spans[i].kind, *carried[i]});
  }
  return out;
}

// `shown` with its marks as the model is to learn it.
ChainLetter ChainOf(const std::string& id, const Letter& shown,
                    const std::vector<TaggedSpan>& marks) {
  const Fields rules = Extract().Run(shown).value();
  const LetterView view(shown);
  const Zones zones = ZonesOf(view);
  const std::vector<TextSpan> words = ChainWords(view);
  return {id, CuesOf(view, zones, words, SpansOf(rules)), TagsOf(words, marks)};
}

}  // namespace

Tagger LearnTagger(const std::vector<const ChainLetter*>& letters, int epochs,
                   float least) {
  const LearningRows rows(letters);
  std::array<WeightSum, kOrders> learnt;
  InParallel(kOrders, [&](int order) {
    learnt[static_cast<std::size_t>(order)] =
        LearnInOrder(rows, epochs, static_cast<std::uint32_t>(order + 1));
  });
  WeightSum all;
  for (const WeightSum& one : learnt) {
    all.Add(one.weights, one.transitions, one.models);
  }
  return MeanOf(rows, all, least);
}

namespace {

constexpr int kEpochs = 12;
constexpr float kLeastWeight = 0.08F;  // below: nothing is lost without it
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

ChainLetter NoisyCopy(const FieldExample& example, std::uint32_t seed) {
  const MarkedLetter read = WithoutRules(example.marked);
  const Normalize normalize;
  const Letter whole = normalize.FromPlainText(read.text).value();
  const Letter poor =
      normalize.FromPlainText(WithNoise(whole.text, kPoorScan, seed)).value();
  return ChainOf(example.id, poor, MarkedSpans(read, whole));
}

std::string TextOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What was read of the letter from scans: recognized/ID-CONDITION.txt beside
// it, by name.
std::vector<fs::path> ReadingsOf(const fs::path& letter) {
  std::vector<fs::path> paths;
  const fs::path folder = letter.parent_path() / "recognized";
  if (!fs::exists(folder)) return paths;
  const std::string start = letter.stem().string() + "-";
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.compare(0, start.size(), start) == 0) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
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
  const auto marks = MarkedSpans(example.marked, example.letter);
  example.copies.push_back(ChainOf(example.id, example.letter, marks));
  for (const fs::path& reading : ReadingsOf(path)) {
    const auto read = normalize.FromPlainText(TextOf(reading));
    if (!read) {
      return Fail(ErrorCode::kFileUnreadable, reading.filename(), "not a text");
    }
    example.copies.push_back(
        ChainOf(example.id, *read, MarksAsRead(marks, example.letter, *read)));
  }
  if (example.copies.size() == 1) {
    example.copies.push_back(NoisyCopy(example, seed));
  }
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

std::string_view HandOf(std::string_view id) {
  return id.substr(0, id.find_first_of("0123456789"));
}

Hands HandsOf(const std::vector<FieldExample>& examples) {
  Hands hands;
  for (const FieldExample& example : examples) {
    hands.emplace(HandOf(example.id));
  }
  return hands;
}

std::string OriginOf(const std::vector<FieldExample>& examples) {
  Sha256 shown;
  const auto add = [&shown](std::uint64_t number) {
    std::array<char, sizeof number> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    shown.Add({bytes.data(), bytes.size()});
  };
  for (const FieldExample& example : examples) {
    for (const ChainLetter& copy : example.copies) {
      add(copy.words.size());
      for (const WordCues& cues : copy.words) {
        add(cues.size());
        for (const auto cue : cues) add(cue);
      }
      for (const std::size_t tag : copy.tags) add(tag);
    }
  }
  Hands others = HandsOf(examples);
  if (!others.empty()) others.erase(others.begin());
  return shown.Hex() + "\n" +
         Sha256Hex(LearnFields(examples, others).ToText()) + "\n";
}

Tagger LearnFields(const std::vector<FieldExample>& examples,
                   const Hands& left_out) {
  std::vector<const ChainLetter*> letters;
  for (const FieldExample& example : examples) {
    if (left_out.contains(HandOf(example.id))) continue;
    for (const ChainLetter& copy : example.copies) letters.push_back(&copy);
  }
  return LearnTagger(letters, kEpochs, kLeastWeight);
}

}  // namespace donthu::bench
