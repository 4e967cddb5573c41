// What the letter is, by content, and why.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/label.h"
#include "models/letter.h"

namespace donthu {

// One content of the letter: Thông tư 05/2021/TT-TTCP Điều 6 khoản 1.
struct Part {
  Label label = Label::kKhac;
  std::optional<std::string> object;  // quoted: the act, decision or matter
  std::optional<double> confidence;   // 0 to 1, calibrated
  std::vector<TextSpan> spans;
  std::vector<int> request_indexes;  // into Fields::requests

  friend bool operator==(const Part&, const Part&) = default;
};

// A passage that carried the decision; text[span] is its quote.
struct Evidence {
  Label label = Label::kKhac;
  TextSpan span;
  std::vector<Place> places;
  double weight = 0.0;  // share of the decision, 0 to 1

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Classification {
  Label label = Label::kKhac;
  // Calibrated, in the order of kLabels; sum 1 within 0.001.
  std::array<double, 6> probabilities = {};
  double confidence = 0.0;        // probability of `label`
  double legal_confidence = 0.0;  // probability of LegalClassOf(label)
  bool decided = false;     // legal_confidence passes the operating threshold
  bool novel = false;       // nothing like what the model learnt from
  std::vector<Part> parts;  // weightiest first
  std::optional<Label> title_label;  // what the title alone suggests
  bool title_mismatch = false;
  std::vector<Evidence> evidence;  // weightiest first

  friend bool operator==(const Classification&,
                         const Classification&) = default;
};

// Whether somebody may be complained of or denounced in the letter (Luật Khiếu
// nại Điều 2 khoản 5, Luật Tố cáo Điều 2 khoản 5): not where it was decided
// alone that it proposes or reports.
bool MayAccuse(const Classification& classification);

}  // namespace donthu
