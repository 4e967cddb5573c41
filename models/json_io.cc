#include "models/json_io.h"

#include <algorithm>
#include <cmath>

#include "models/record_json.h"

namespace donthu {
namespace {

// Appends a number of 0 to 1 with at most four digits behind the point, as
// most numbers of a record are; false: it is another.
bool AppendShare(double value, std::string& out) {
  constexpr int kSteps = 10000;
  if (!(value >= 0.0 && value <= 1.0) || std::signbit(value)) return false;
  const auto steps = static_cast<int>(std::lround(value * kSteps));
  if (static_cast<double>(steps) / kSteps != value) return false;
  out += std::to_string(steps / kSteps) + '.';
  std::string digits = std::to_string(kSteps + steps % kSteps).substr(1);
  digits.resize(std::max<std::size_t>(1, digits.find_last_not_of('0') + 1));
  out += digits;
  return true;
}

}  // namespace

void JsonWriter::Put(double value) {
  if (numbers_ == Numbers::kExact) return AppendJsonNumber(value, out_);
  const double rounded = Rounded(value);
  if (!AppendShare(rounded, out_)) AppendJsonNumber(rounded, out_);
}

void JsonReader::Require(bool holds, std::string_view key) {
  if (holds || fault_) return;
  const std::size_t outer = path_.size();
  if (!path_.empty()) path_ += '.';
  path_ += key;
  Fault("not an allowed value");
  path_.resize(outer);
}

void JsonReader::Take(const JsonValue& node, int& value) {
  const auto* held = std::get_if<std::int64_t>(&node.held);
  if (held == nullptr) return Fault("not an integer");
  if (*held < std::numeric_limits<int>::min() ||
      *held > std::numeric_limits<int>::max()) {
    return Fault("out of range");
  }
  value = static_cast<int>(*held);
}

void JsonReader::Take(const JsonValue& node, double& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&node.held)) {
    value = static_cast<double>(*whole);
    return;
  }
  Plain(node, value);
}

void JsonReader::Take(const JsonValue& node, BoxPx& box) {
  std::array<int, 4> sides = {};
  Take(node, sides);
  const auto [left, top, right, bottom] = sides;
  if (left < 0 || top < 0 || right < left || bottom < top) {
    Fault("not a box");
  }
  box = {left, top, right, bottom};
}

void JsonReader::Fault(std::string_view what) {
  if (fault_) return;
  fault_ = Error{ErrorCode::kTextInvalid, path_, std::string(what)};
}

}  // namespace donthu
