#include "models/json_io.h"

#include "models/record_json.h"

namespace donthu {

void JsonWriter::Put(double value) {
  AppendJsonNumber(numbers_ == Numbers::kRounded ? Rounded(value) : value,
                   out_);
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
