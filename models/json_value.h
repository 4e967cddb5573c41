// JSON as plain values. The one adapter to the JSON library is
// json_value.cc; everything else in models/ sees only this.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/result.h"

namespace donthu {

struct JsonMember;
struct JsonValue;
using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<JsonMember>;  // in the order of the text

struct JsonValue {
  std::variant<std::monostate, bool, std::int64_t, double, std::string,
               JsonArray, JsonObject>
      held;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

// Null where the object has no such key.
const JsonValue* FindMember(const JsonObject& object, std::string_view key);

// Limits of ParseJson: a record or a page of ours stays far below.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{64} << 20U;
inline constexpr int kMaxJsonDepth = 32;

// Fails with kTextInvalid on what is not JSON, not UTF-8, deeper or longer
// than the limits, or holds a key twice in one object.
Result<JsonValue> ParseJson(std::string_view text);

// The path ("pages[0].status") of the first value in which the two differ,
// keys and their order included; empty where they are the same.
std::optional<std::string> FirstDifference(const JsonValue& a,
                                           const JsonValue& b);

// Indented by two spaces; ends with U+000A.
std::string PrettyJson(const JsonValue& value);
// The same of JSON that has no white space outside of strings.
std::string PrettyJson(std::string_view compact);

// Appends `text` in quotes, escaped; bytes that are not UTF-8 become U+FFFD.
void AppendJsonString(std::string_view text, std::string& out);
// Appends the shortest digits that read back as `value`; null where it is
// not finite.
void AppendJsonNumber(double value, std::string& out);

}  // namespace donthu
