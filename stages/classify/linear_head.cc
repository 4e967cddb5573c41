#include "stages/classify/linear_head.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "models/next_line.h"

namespace donthu {
namespace {

constexpr int kFewestLetters = 3;
constexpr std::size_t kAhead = 16;  // features whose slots are asked for early

// Four decimals: what the file holds is what is computed with.
float Rounded(float value) { return std::round(value * 10000.0F) / 10000.0F; }

struct Seen {
  int letters = 0;
  int last_letter = -1;
};

std::vector<LinearHead::Column> KeptColumns(
    const std::vector<HeadExample>& examples, const FeatureNames& names,
    const BlockWeights& blocks) {
  std::unordered_map<std::uint64_t, Seen> seen;
  int letters = 0;
  int last = -1;
  for (const HeadExample& example : examples) {
    if (example.letter != last) ++letters;
    last = example.letter;
    for (const Feature& feature : example.features) {
      if (blocks[static_cast<std::size_t>(feature.block)] == 0.0F) continue;
      Seen& entry = seen[feature.key];
      if (entry.last_letter != example.letter) ++entry.letters;
      entry.last_letter = example.letter;
    }
  }
  std::vector<LinearHead::Column> columns;
  for (const auto& [key, entry] : seen) {
    if (entry.letters < kFewestLetters) continue;
    const float idf = std::log(static_cast<float>(letters + 1) /
                               static_cast<float>(entry.letters + 1)) +
                      1.0F;
    columns.push_back({names.at(key), key, Rounded(idf)});
  }
  return columns;
}

std::vector<float> Numbers(std::string_view line) {
  std::vector<float> numbers;
  const char* at = line.data();
  const char* end = at + line.size();
  while (at < end) {
    int value = 0;
    const auto [stop, error] = std::from_chars(at, end, value);
    if (error != std::errc()) return {};
    numbers.push_back(static_cast<float>(value) / 10000.0F);
    at = stop + 1;
  }
  return numbers;
}

void PutNumbers(const std::vector<float>& numbers, std::string& out) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) out += ' ';
    out += std::to_string(std::lround(numbers[i] * 10000.0F));
  }
}

Failure Damaged() {
  return Fail(ErrorCode::kModelMissing, "class model",
              "The file of the class model is damaged; train it again.");
}

}  // namespace

LinearHead::LinearHead(std::vector<Column> columns, std::vector<float> weights,
                       std::vector<float> biases, BlockWeights blocks)
    : biases_(std::move(biases)), blocks_(blocks) {
  std::vector<std::size_t> order(columns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(columns[a].idf, columns[a].key) <
           std::tie(columns[b].idf, columns[b].key);
  });
  columns_.reserve(columns.size());
  numbers_.reserve(columns.size() + weights.size());
  for (const std::size_t i : order) {
    columns_.push_back(std::move(columns[i]));
    numbers_.push_back(columns_.back().idf);
    const auto* first = weights.data() + i * biases_.size();
    numbers_.insert(numbers_.end(), first, first + biases_.size());
  }
  constexpr int kFewestBits = 4;
  int bits = kFewestBits;
  // At most three quarters of the slots are taken.
  while ((std::size_t{3} << bits) < columns_.size() * 4) ++bits;
  shift_ = 64 - bits;
  table_.assign(std::size_t{1} << bits, kNoColumn);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t at = HomeOf(columns_[i].key);
    while (IsTaken(table_[at])) at = (at + 1) & (table_.size() - 1);
    table_[at] = columns_[i].key << kColumnBits | i;
  }
}

std::span<const float> LinearHead::WeightsOf(int column) const {
  return {numbers_.data() + PlaceOf(column) + 1, biases_.size()};
}

std::size_t LinearHead::PlaceOf(int column) const {
  return static_cast<std::size_t>(column) * (1 + biases_.size());
}

bool LinearHead::IsTaken(Slot slot) { return (slot & kNoColumn) != kNoColumn; }

std::size_t LinearHead::HomeOf(std::uint64_t key) const {
  return static_cast<std::size_t>(key >> shift_);
}

int LinearHead::ColumnOf(std::uint64_t key) const {
  if (table_.empty()) return -1;
  for (std::size_t at = HomeOf(key); IsTaken(table_[at]);
       at = (at + 1) & (table_.size() - 1)) {
    if (table_[at] >> kColumnBits == key << kColumnBits >> kColumnBits) {
      return static_cast<int>(table_[at] & kNoColumn);
    }
  }
  return -1;
}

SparseRow LinearHead::Row(const Features& features) const {
  SparseRow row;
  std::vector<FeatureBlock> owners;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + kAhead < features.size() && !table_.empty()) {
      __builtin_prefetch(&table_[HomeOf(features[i + kAhead].key)]);
    }
    const Feature& feature = features[i];
    if (blocks_[static_cast<std::size_t>(feature.block)] == 0.0F) continue;
    const int column = ColumnOf(feature.key);
    if (column < 0) continue;
    __builtin_prefetch(WeightsOf(column).data());
    row.push_back({column, feature.count});
    owners.push_back(feature.block);
  }
  std::array<float, kBlockCount> squares = {};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const float idf = numbers_[PlaceOf(row[i].index)];
    const float often = row[i].value;
    row[i].value = often == 1.0F ? idf : (1.0F + std::log(often)) * idf;
    squares[static_cast<std::size_t>(owners[i])] += row[i].value * row[i].value;
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto block = static_cast<std::size_t>(owners[i]);
    row[i].value *= blocks_[block] / std::sqrt(squares[block]);
  }
  return row;
}

std::vector<double> LinearHead::Scores(const Features& features) const {
  std::vector<double> scores(biases_.begin(), biases_.end());
  for (const SparseValue& entry : Row(features)) {
    const std::span<const float> weights = WeightsOf(entry.index);
    for (std::size_t q = 0; q < scores.size(); ++q) {
      scores[q] += static_cast<double>(entry.value * weights[q]);
    }
  }
  return scores;
}

double LinearHead::Coverage(const Features& features) const {
  int known = 0;
  int all = 0;
  for (const Feature& feature : features) {
    if (feature.block != FeatureBlock::kBare) continue;
    ++all;
    if (ColumnOf(feature.key) >= 0) ++known;
  }
  return all == 0 ? 0.0 : static_cast<double>(known) / all;
}

std::string LinearHead::ToText() const {
  std::string out = "head " + std::to_string(columns_.size()) + "\n";
  PutNumbers({blocks_.begin(), blocks_.end()}, out);
  out += '\n';
  PutNumbers(biases_, out);
  out += '\n';
  std::vector<int> order(columns_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return columns_[static_cast<std::size_t>(a)].key <
           columns_[static_cast<std::size_t>(b)].key;
  });
  for (const int column : order) {
    out += columns_[static_cast<std::size_t>(column)].name + '\t';
    const auto first =
        numbers_.begin() + static_cast<std::ptrdiff_t>(PlaceOf(column));
    PutNumbers({first, first + 1 + questions()}, out);
    out += '\n';
  }
  return out;
}

Result<LinearHead> LinearHead::FromText(std::string_view& text) {
  const std::string_view first = NextLine(text);
  std::size_t count = 0;
  if (first.substr(0, 5) != "head " ||
      std::from_chars(first.data() + 5, first.data() + first.size(), count)
              .ec != std::errc()) {
    return Damaged();
  }
  const std::vector<float> weights = Numbers(NextLine(text));
  std::vector<float> biases = Numbers(NextLine(text));
  if (weights.size() != kBlockCount || biases.empty() || count >= kNoColumn) {
    return Damaged();
  }
  BlockWeights blocks = {};
  std::copy(weights.begin(), weights.end(), blocks.begin());
  std::vector<Column> columns;
  std::vector<float> all_weights;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view line = NextLine(text);
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return Damaged();
    std::vector<float> numbers = Numbers(line.substr(tab + 1));
    // Without weight of its own a word would be divided by nothing.
    const bool sound = numbers.size() == biases.size() + 1 && numbers[0] > 0.0F;
    if (!sound) return Damaged();
    const std::string_view name = line.substr(0, tab);
    columns.push_back({std::string(name), FeatureKey(name), numbers[0]});
    all_weights.insert(all_weights.end(), numbers.begin() + 1, numbers.end());
  }
  return LinearHead(std::move(columns), std::move(all_weights),
                    std::move(biases), blocks);
}

LinearHead TrainHead(const std::vector<HeadExample>& examples, int questions,
                     const FeatureNames& names, const BlockWeights& blocks,
                     double cost) {
  std::vector<LinearHead::Column> columns =
      KeptColumns(examples, names, blocks);
  const auto count = static_cast<std::size_t>(questions);
  std::vector<float> weights(columns.size() * count, 0.0F);
  std::vector<float> biases(count, 0.0F);
  const LinearHead frame(std::move(columns), weights, biases, blocks);
  LinearProblem problem;
  problem.width = static_cast<int>(frame.columns().size());
  for (const HeadExample& example : examples) {
    SparseRow row = frame.Row(example.features);
    problem.rows.push_back(std::move(row));
  }
  const LogisticFitter fitter(problem);
  problem.rows.clear();
  for (std::size_t q = 0; q < count; ++q) {
    std::vector<char> positive;
    for (const HeadExample& example : examples) {
      positive.push_back(static_cast<char>((example.answers >> q) & 1U));
    }
    const LinearFit fit = fitter.Fit(positive, cost);
    for (std::size_t i = 0; i < frame.columns().size(); ++i) {
      weights[i * count + q] = Rounded(fit.weights[i]);
    }
    biases[q] = Rounded(fit.bias);
  }
  return LinearHead(frame.columns(), std::move(weights), std::move(biases),
                    blocks);
}

}  // namespace donthu
