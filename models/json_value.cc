#include "models/json_value.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace donthu {
namespace {

using Json = nlohmann::ordered_json;

// Builds a JsonValue from the library's events; every false ends the parse.
class TreeBuilder {
 public:
  bool null() { return Add(JsonValue{}); }
  bool boolean(bool value) { return Add(JsonValue{value}); }
  bool number_integer(std::int64_t value) { return Add(JsonValue{value}); }
  bool number_unsigned(std::uint64_t value) {
    constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
    return value <= static_cast<std::uint64_t>(kMax) &&
           Add(JsonValue{static_cast<std::int64_t>(value)});
  }
  bool number_float(double value, const std::string& /*digits*/) {
    return Add(JsonValue{value});
  }
  bool string(std::string& value) { return Add(JsonValue{std::move(value)}); }
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return Open(JsonObject{}); }
  bool end_object() { return Close(); }
  bool start_array(std::size_t /*size*/) { return Open(JsonArray{}); }
  bool end_array() { return Close(); }
  bool key(std::string& name) {
    auto& object = std::get<JsonObject>(open_.back()->held);
    if (FindMember(object, name) != nullptr) return false;
    object.push_back({std::move(name), {}});
    return true;
  }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const Json::exception& /*why*/) {
    return false;
  }

  JsonValue Take() { return std::move(root_); }

 private:
  JsonValue* Place(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* array = std::get_if<JsonArray>(&open_.back()->held)) {
      array->push_back(std::move(value));
      return &array->back();
    }
    JsonMember& last = std::get<JsonObject>(open_.back()->held).back();
    last.value = std::move(value);
    return &last.value;
  }
  bool Add(JsonValue value) { return Place(std::move(value)) != nullptr; }
  template <typename Container>
  bool Open(Container empty) {
    if (open_.size() >= std::size_t{kMaxJsonDepth}) return false;
    open_.push_back(Place(JsonValue{std::move(empty)}));
    return true;
  }
  bool Close() {
    open_.pop_back();
    return true;
  }

  JsonValue root_;
  std::vector<JsonValue*> open_;
};

Json ToLibrary(const JsonValue& value) {
  if (const auto* array = std::get_if<JsonArray>(&value.held)) {
    Json json = Json::array();
    for (const JsonValue& item : *array) json.push_back(ToLibrary(item));
    return json;
  }
  if (const auto* object = std::get_if<JsonObject>(&value.held)) {
    Json json = Json::object();
    for (const JsonMember& member : *object) {
      json[member.key] = ToLibrary(member.value);
    }
    return json;
  }
  if (const auto* text = std::get_if<std::string>(&value.held)) return *text;
  if (const auto* number = std::get_if<double>(&value.held)) return *number;
  if (const auto* number = std::get_if<std::int64_t>(&value.held)) {
    return *number;
  }
  if (const auto* truth = std::get_if<bool>(&value.held)) return *truth;
  return nullptr;
}

bool IsPlain(char byte) {
  return byte >= ' ' && byte < '\x7f' && byte != '"' && byte != '\\';
}

}  // namespace

const JsonValue* FindMember(const JsonObject& object, std::string_view key) {
  const auto found =
      std::find_if(object.begin(), object.end(),
                   [&](const JsonMember& m) { return m.key == key; });
  return found == object.end() ? nullptr : &found->value;
}

Result<JsonValue> ParseJson(std::string_view text) {
  if (text.size() > kMaxJsonBytes) {
    return Fail(ErrorCode::kTextInvalid, "json", "longer than 64 MiB");
  }
  TreeBuilder builder;
  if (!Json::sax_parse(text, &builder)) {
    return Fail(ErrorCode::kTextInvalid, "json",
                "not JSON in UTF-8, a key given twice, or nested too deep");
  }
  return builder.Take();
}

std::string PrettyJson(const JsonValue& value) {
  return ToLibrary(value).dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

void AppendJsonString(std::string_view text, std::string& out) {
  if (std::all_of(text.begin(), text.end(), IsPlain)) {
    out.append(1, '"').append(text).append(1, '"');
    return;
  }
  out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void AppendJsonNumber(double value, std::string& out) {
  out += Json(value).dump();
}

}  // namespace donthu
