#include <algorithm>

#include "models/json_value.h"

namespace donthu {
namespace {

using Difference = std::optional<std::string>;

std::optional<double> NumberOf(const JsonValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.held)) {
    return static_cast<double>(*whole);
  }
  const auto* number = std::get_if<double>(&value.held);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

Difference Compare(const JsonValue& a, const JsonValue& b,
                   const std::string& path);

Difference CompareArrays(const JsonArray& a, const JsonArray& b,
                         const std::string& path) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    auto found = Compare(a[i], b[i], path + "[" + std::to_string(i) + "]");
    if (found) return found;
  }
  return a.size() == b.size() ? std::nullopt : Difference(path);
}

Difference CompareObjects(const JsonObject& a, const JsonObject& b,
                          const std::string& path) {
  const std::string prefix = path.empty() ? path : path + ".";
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].key != b[i].key) return prefix + a[i].key;
    auto found = Compare(a[i].value, b[i].value, prefix + a[i].key);
    if (found) return found;
  }
  return a.size() == b.size() ? std::nullopt : Difference(path);
}

Difference Compare(const JsonValue& a, const JsonValue& b,
                   const std::string& path) {
  if (NumberOf(a) || NumberOf(b)) {
    return NumberOf(a) == NumberOf(b) ? std::nullopt : Difference(path);
  }
  if (a.held.index() != b.held.index()) return path;
  if (const auto* array = std::get_if<JsonArray>(&a.held)) {
    return CompareArrays(*array, std::get<JsonArray>(b.held), path);
  }
  if (const auto* object = std::get_if<JsonObject>(&a.held)) {
    return CompareObjects(*object, std::get<JsonObject>(b.held), path);
  }
  const bool same =
      std::holds_alternative<std::monostate>(a.held) ||
      (std::holds_alternative<bool>(a.held) &&
       std::get<bool>(a.held) == std::get<bool>(b.held)) ||
      (std::holds_alternative<std::string>(a.held) &&
       std::get<std::string>(a.held) == std::get<std::string>(b.held));
  return same ? std::nullopt : Difference(path);
}

}  // namespace

Difference FirstDifference(const JsonValue& a, const JsonValue& b) {
  return Compare(a, b, "");
}

}  // namespace donthu
