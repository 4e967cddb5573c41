#include "tests/models/random_record.h"

#include <algorithm>

#include "models/record_json.h"
#include "models/record_shape.h"

namespace donthu {
namespace {

// A third way through the shapes, beside writing and reading: fills them.
class Filler {
 public:
  Filler(std::mt19937& rng, int text_size) : rng_(rng), text_size_(text_size) {}

  template <typename T, typename Rule = Anything>
  void Key(std::string_view key, T& value, Rule rule = {}) {
    if constexpr (std::is_same_v<T, int>) {
      if (key == "start" || key == "text_start") {
        value = start_ = Draw(0, text_size_);
        return;
      }
      if (key == "end" || key == "text_end") {
        value = Draw(start_, text_size_);
        return;
      }
    }
    Fill(value, rule);
  }
  void KeyOrNull(std::string_view /*key*/, std::string& value,
                 bool (*rule)(std::string_view)) {
    if (Draw(0, 2) > 0) Fill(value, rule);
  }
  template <typename Fn>
  void Derived(std::string_view /*key*/, Fn /*make*/) {}
  template <typename Fn>
  void Object(std::string_view /*key*/, Fn fill) {
    fill();
  }
  void Require(bool /*holds*/, std::string_view /*key*/) {}
  bool Holds(TextSpan /*span*/) const { return true; }
  std::string Quote(TextSpan /*span*/) const { return {}; }

 private:
  int Draw(int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(rng_);
  }
  std::string Hex(int digits) {
    std::string text;
    for (int i = 0; i < digits; ++i) {
      text += "0123456789abcdef"[static_cast<std::size_t>(Draw(0, 15))];
    }
    return text;
  }
  std::string Words() {
    constexpr std::array kPieces = {"tố cáo", " ",  "\"",     "\\",
                                    "ữ",      "\n", "đ",      "/",
                                    "a",      "\t", "\u2028", "\x01"};
    std::string text = "a";
    for (int i = Draw(0, 8); i > 0; --i) {
      text += kPieces[static_cast<std::size_t>(Draw(0, kPieces.size() - 1))];
    }
    return text;
  }

  void Fill(bool& value, Anything /*rule*/) { value = Draw(0, 1) == 1; }
  void Fill(int& value, Anything /*rule*/) { value = Draw(0, 1000); }
  void Fill(int& value, Between rule) {
    value = Draw(static_cast<int>(rule.low), 1000);
  }
  void Fill(int& value, bool (* /*quarter*/)(int)) { value = 90 * Draw(0, 3); }
  void Fill(double& value, Between rule) {
    const double high = std::min(rule.high, 600.0);
    value = Rounded(std::uniform_real_distribution<>(rule.low, high)(rng_));
  }
  void Fill(std::string& value, Anything /*rule*/) { value = Words(); }
  void Fill(std::string& value, bool (*rule)(std::string_view)) {
    const std::array<std::string, 8> kCandidates = {
        Words(), "a_1",          Hex(32),
        Hex(64), "2024-02-29",   "2026-07-06T00:00:00Z",
        "stamp", "letters/x.png"};
    value = *std::find_if(kCandidates.begin(), kCandidates.end(), rule);
  }
  void Fill(BoxPx& box, Anything /*rule*/) {
    box = {Draw(0, 9), Draw(0, 9), Draw(9, 99), Draw(9, 99)};
  }
  void Fill(Homography& homography, Anything /*rule*/) {
    for (double& value : homography.m) Fill(value, Between{-9.0, 9.0});
  }
  template <typename T, typename Rule>
  void Fill(std::optional<T>& value, Rule rule) {
    value.reset();
    if (Draw(0, 2) > 0) Fill(value.emplace(), rule);
  }
  template <typename T, typename Rule>
  void Fill(std::vector<T>& values, Rule rule) {
    for (int i = Draw(0, 2); i > 0; --i) Fill(values.emplace_back(), rule);
  }
  template <typename T, typename Rule>
  void Fill(Located<T>& value, Rule rule) {
    ShapeLocated(*this, value);
    Fill(value.value, rule);
  }
  template <typename T, typename Rule>
  void Fill(Judged<T>& value, Rule rule) {
    ShapeJudged(*this, value);
    Fill(value.value, rule);
  }
  template <typename T, typename Rule>
  void Fill(T& value, Rule /*rule*/) {
    if constexpr (std::is_same_v<T, ErrorCode>) {
      value = ErrorCode::kTimedOut;
    } else if constexpr (std::is_same_v<T, Label>) {
      value = kLabels[static_cast<std::size_t>(Draw(0, 5))];
    } else if constexpr (std::is_enum_v<T>) {
      constexpr int kLast = EnumNames<T>::kNames.size() - 1;
      value = static_cast<T>(Draw(0, kLast));
    } else {
      Shape(*this, value);
    }
  }

  std::mt19937& rng_;
  int text_size_;
  int start_ = 0;
};

void MakeSumOne(std::array<double, 6>& probabilities) {
  double rest = 1.0;
  for (std::size_t i = 1; i < probabilities.size(); ++i) {
    probabilities[i] = Rounded(probabilities[i] / 6.0);
    rest -= probabilities[i];
  }
  probabilities[0] = Rounded(rest);
}

void MakeAgree(Record& record) {
  const bool failed = record.status == RecordStatus::kFailed;
  if (failed && !record.error) record.error.emplace().stage = "load";
  if (!failed) record.error.reset();
  if (!record.fields) record.fields.emplace();
  if (!record.classification) record.classification.emplace();
  MakeSumOne(record.classification->probabilities);
  const auto& reasons = record.review_reasons;
  record.classification->novel =
      std::find(reasons.begin(), reasons.end(), "novel") != reasons.end();
  if (!failed) return;
  record.text.reset();
  record.fields.reset();
  record.classification.reset();
  for (RecordPage& page : record.pages) page.text_start = page.text_end = 0;
}

}  // namespace

Record RandomRecord(std::mt19937& rng) {
  const std::string text = "Tôi tố cáo \"việc\" ấy\nvà \\ đề nghị\n\nxử lý";
  Record record;
  Filler filler(rng, CodePointCount(text));
  Shape(filler, record);
  record.text = text;
  if (rng() % 2 == 0) record.review_reasons.emplace_back("novel");
  MakeAgree(record);
  return record;
}

}  // namespace donthu
