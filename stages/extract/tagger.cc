#include "stages/extract/tagger.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "models/fnv.h"

namespace donthu {
namespace {

constexpr float kWeightUnits = 100.0F;  // of a weight in the file: hundredths
constexpr std::size_t kMostCues = 128;  // of a word
constexpr std::size_t kMostApart = 6;   // weights that are added one by one
constexpr unsigned kKnownShift = 43;    // 2^21 bits of a cue
constexpr std::size_t kKnownBits = std::size_t{1} << (64 - kKnownShift);
constexpr std::string_view kMagic = "donthu fields 2\n";

Failure Damaged() {
  return Fail(ErrorCode::kModelMissing, "field model",
              "The file of the field model is damaged.");
}

// The next number of the line; false at its end.
bool TakeNumber(std::string_view& text, std::int64_t& value) {
  if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return true;
}

bool TakeLineEnd(std::string_view& text) {
  if (text.empty() || text.front() != '\n') return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

Tagger::Tagger(std::vector<Weight> weights, Transitions transitions)
    : weights_(std::move(weights)), transitions_(transitions) {
  std::sort(weights_.begin(), weights_.end(),
            [](const Weight& a, const Weight& b) {
              return std::pair(a.cue, a.tag) < std::pair(b.cue, b.tag);
            });
  std::size_t cues = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    cues += i == 0 || weights_[i].cue != weights_[i - 1].cue ? 1U : 0U;
  }
  std::size_t size = 16;
  while (size < cues * 2) size *= 2;
  table_.assign(size, {});
  known_.assign(kKnownBits / 64, 0);
  for (std::size_t i = 0; i < weights_.size();) {
    const std::uint64_t cue = weights_[i].cue;
    const std::size_t first = i;
    while (i < weights_.size() && weights_[i].cue == cue) ++i;
    std::size_t at = SlotOf(cue);
    while (table_[at].place != 0) at = (at + 1) & (size - 1);
    if (i - first <= kMostApart) {
      const auto count = static_cast<std::uint32_t>(i - first);
      const auto begin = static_cast<std::uint32_t>(apart_.size());
      for (std::size_t k = first; k < i; ++k) {
        apart_.push_back({HundredthsOf(weights_[k].value), weights_[k].tag});
      }
      table_[at] = {CheckOf(cue), count << Slot::kFirstBits | begin};
    } else {
      table_[at] = {CheckOf(cue),
                    Slot::kRow | static_cast<std::uint32_t>(rows_.size())};
      Row& row = rows_.emplace_back();
      for (std::size_t k = first; k < i; ++k) {
        row[weights_[k].tag] = HundredthsOf(weights_[k].value);
      }
    }
    const std::uint64_t bit = cue >> kKnownShift;
    known_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

Tagger::Hundredths Tagger::HundredthsOf(float value) {
  constexpr float kMost = 300.0F;
  return static_cast<Hundredths>(
      std::lround(std::clamp(value, -kMost, kMost) * kWeightUnits));
}

std::size_t Tagger::SlotOf(std::uint64_t cue) const {
  return (cue >> 1U) & (table_.size() - 1);
}

std::uint32_t Tagger::CheckOf(std::uint64_t cue) {
  return static_cast<std::uint32_t>(cue >> 32U);
}

// The table is larger than what stays near the processor: a word's slots are
// asked for while the word before is counted.
void Tagger::Prefetch(const WordCues& cues) const {
  for (const std::uint64_t cue : cues) {
    if (IsKnown(cue)) __builtin_prefetch(&table_[SlotOf(cue)]);
  }
}

bool Tagger::IsKnown(std::uint64_t cue) const {
  const std::uint64_t bit = cue >> kKnownShift;
  return (known_[bit / 64] >> (bit % 64) & 1U) != 0;
}

const Tagger::Slot* Tagger::Find(std::uint64_t cue) const {
  if (!IsKnown(cue)) return nullptr;
  const std::uint32_t check = CheckOf(cue);
  for (std::size_t at = SlotOf(cue); table_[at].place != 0;
       at = (at + 1) & (table_.size() - 1)) {
    if (table_[at].check == check) return &table_[at];
  }
  return nullptr;
}

// Weights are asked for while the other cues are looked up.
TagScores Tagger::ScoreOf(const WordCues& cues) const {
  std::array<const Slot*, kMostCues> found;
  std::size_t count = 0;
  for (const std::uint64_t cue : cues) {
    const Slot* slot = Find(cue);
    if (slot == nullptr || count == found.size()) continue;
    found[count++] = slot;
    if (slot->is_row()) {
      __builtin_prefetch(&rows_[slot->row()]);
      __builtin_prefetch(&rows_[slot->row()][kFieldKindCount]);
    } else {
      __builtin_prefetch(&apart_[slot->first()]);
    }
  }
  std::array<std::int32_t, kTagCount> sums = {};
  for (std::size_t k = 0; k < count; ++k) {
    const Slot& slot = *found[k];
    if (slot.is_row()) {
      const Row& row = rows_[slot.row()];
      for (std::size_t t = 0; t < kTagCount; ++t) sums[t] += row[t];
      continue;
    }
    const std::size_t last = slot.first() + slot.count();
    for (std::size_t i = slot.first(); i < last; ++i) {
      sums[apart_[i].tag] += apart_[i].value;
    }
  }
  TagScores scores;
  for (std::size_t t = 0; t < kTagCount; ++t) {
    scores[t] = static_cast<float>(sums[t]) / kWeightUnits;
  }
  return scores;
}

std::vector<TagScores> Tagger::ScoresOf(
    const std::vector<WordCues>& words) const {
  std::vector<TagScores> scores;
  scores.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size()) Prefetch(words[i + 1]);
    scores.push_back(ScoreOf(words[i]));
  }
  return scores;
}

std::string Tagger::ToText() const {
  std::string out(kMagic);
  const auto put = [&](std::int64_t value) {
    out += std::to_string(value);
    out += ' ';
  };
  for (const TagScores& row : transitions_) {
    for (const float value : row) put(std::lround(value * kWeightUnits));
    out.back() = '\n';
  }
  for (std::size_t i = 0; i < weights_.size();) {
    const std::uint64_t cue = weights_[i].cue;
    put(static_cast<std::int64_t>(cue >> 1));
    for (; i < weights_.size() && weights_[i].cue == cue; ++i) {
      put(weights_[i].tag);
      put(std::lround(weights_[i].value * kWeightUnits));
    }
    out.back() = '\n';
  }
  return out + "end\n";
}

Result<Tagger> Tagger::FromText(std::string_view text) {
  if (text.substr(0, kMagic.size()) != kMagic) return Damaged();
  const std::uint64_t fingerprint = Fnv(text);
  text.remove_prefix(kMagic.size());
  Transitions transitions = {};
  std::int64_t number = 0;
  for (TagScores& row : transitions) {
    for (float& value : row) {
      if (!TakeNumber(text, number)) return Damaged();
      value = static_cast<float>(number) / kWeightUnits;
    }
    if (!TakeLineEnd(text)) return Damaged();
  }
  std::vector<Weight> weights;
  while (text != "end\n") {
    std::int64_t cue = 0;
    if (!TakeNumber(text, cue) || cue < 0) return Damaged();
    while (!TakeLineEnd(text)) {
      std::int64_t tag = 0;
      if (!TakeNumber(text, tag) || !TakeNumber(text, number) || tag < 0 ||
          tag >= static_cast<std::int64_t>(kTagCount)) {
        return Damaged();
      }
      weights.push_back({static_cast<std::uint64_t>(cue) << 1,
                         static_cast<std::uint8_t>(tag),
                         static_cast<float>(number) / kWeightUnits});
    }
  }
  Tagger tagger(std::move(weights), transitions);
  tagger.fingerprint_ = fingerprint;
  return tagger;
}

}  // namespace donthu
