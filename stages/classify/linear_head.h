// Several yes-or-no questions over one set of features.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "stages/classify/features.h"
#include "stages/classify/linear.h"

namespace donthu {

// How much each block counts; 0 leaves it out.
using BlockWeights = std::array<float, kBlockCount>;

class LinearHead {
 public:
  struct Column {
    std::string name;
    std::uint64_t key = 0;
    float idf = 0.0F;
  };
  // `weights`: those of each column in turn, one a question.
  LinearHead(std::vector<Column> columns, std::vector<float> weights,
             std::vector<float> biases, BlockWeights blocks);
  LinearHead() = default;

  int questions() const { return static_cast<int>(biases_.size()); }
  const std::vector<Column>& columns() const { return columns_; }
  // Of columns()[column], one a question. Columns stand by idf, the most common
  // first.
  std::span<const float> WeightsOf(int column) const;

  // Log-odds, one a question.
  std::vector<double> Scores(const Features& features) const;
  // Share of the unmarked words and pairs that training has seen, 0 to 1;
  // 0 where there are none.
  double Coverage(const Features& features) const;
  // The row as training sees it: known columns only, weighted and scaled.
  SparseRow Row(const Features& features) const;

  // Its columns by key.
  std::string ToText() const;
  // Takes the lines that ToText() wrote off the front of `text`.
  static Result<LinearHead> FromText(std::string_view& text);

 private:
  // The low 40 bits of a key, then its column: small, for every feature of
  // every letter is looked for. Its place says the high bits: among 150,000
  // columns 58 of the 64 bits are compared.
  using Slot = std::uint64_t;
  static constexpr int kColumnBits = 24;
  static constexpr Slot kNoColumn = (Slot{1} << kColumnBits) - 1;
  static bool IsTaken(Slot slot);
  std::size_t PlaceOf(int column) const;  // in numbers_
  std::size_t HomeOf(std::uint64_t key) const;
  int ColumnOf(std::uint64_t key) const;  // -1: unknown

  std::vector<Column> columns_;  // by idf: those of common words together
  std::vector<float> numbers_;   // of each column in turn: idf, then weights
  std::vector<float> biases_;
  BlockWeights blocks_ = {};
  // Open addressing over columns_ by the high bits of keys: features come in
  // the order of keys, and find their slots near one another.
  std::vector<Slot> table_;
  int shift_ = 0;
};

struct HeadExample {
  Features features;
  unsigned answers = 0;  // bit q: the answer to question q is yes
  int letter = 0;        // copies of one letter share the number
};

// Features of fewer than three letters are dropped: what one person wrote,
// above all a name, is not learnt.
LinearHead TrainHead(const std::vector<HeadExample>& examples, int questions,
                     const FeatureNames& names, const BlockWeights& blocks,
                     double cost);

}  // namespace donthu
