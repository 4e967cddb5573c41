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

unsigned ByteAt(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Of the code point at `at`, 0 where the bytes are not UTF-8 (RFC 3629).
std::size_t BytesOfCodePoint(std::string_view text, std::size_t at) {
  const unsigned lead = ByteAt(text, at);
  if (lead < 0x80) return 1;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead < 0xC2 || lead > 0xF4 || size > text.size() - at) return 0;
  unsigned least = 0x80;  // of the second byte
  unsigned most = 0xBF;
  if (lead == 0xE0) least = 0xA0;
  if (lead == 0xED) most = 0x9F;
  if (lead == 0xF0) least = 0x90;
  if (lead == 0xF4) most = 0x8F;
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned byte = ByteAt(text, at + i);
    if (byte < least || byte > most) return 0;
    least = 0x80;
    most = 0xBF;
  }
  return size;
}

// How much of `text` from `from` on stands in a string as it is.
std::size_t PlainBytes(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size()) {
    const unsigned byte = ByteAt(text, at);
    if (byte < ' ' || byte == '"' || byte == '\\') break;
    const std::size_t size = BytesOfCodePoint(text, at);
    if (size == 0) break;
    at += size;
  }
  return at - from;
}

// Compact JSON on lines of their own, as the library's dump(2) lays it out.
class Indenter {
 public:
  std::string Run(std::string_view compact) {
    for (std::size_t at = 0; at < compact.size();) {
      const char byte = compact[at];
      if (byte == '"') {
        const std::size_t size = StringSize(compact.substr(at));
        out_.append(compact.substr(at, size));
        at += size;
        continue;
      }
      const char next = at + 1 < compact.size() ? compact[at + 1] : '\0';
      at += Put(byte, next);
    }
    return out_ + "\n";
  }

 private:
  // From the quote that opens a string to the one that closes it.
  static std::size_t StringSize(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
  }

  // The number of bytes that were put.
  std::size_t Put(char byte, char next) {
    const bool opens = byte == '{' || byte == '[';
    const bool closes = byte == '}' || byte == ']';
    const bool empty = opens && (next == '}' || next == ']');
    if (closes) EndLine(--depth_);
    out_ += byte;
    if (empty) {
      out_ += next;
      return 2;
    }
    if (opens) EndLine(++depth_);
    if (byte == ',') EndLine(depth_);
    if (byte == ':') out_ += ' ';
    return 1;
  }

  void EndLine(std::size_t depth) {
    out_ += '\n';
    out_.append(2 * depth, ' ');
  }

  std::string out_;
  std::size_t depth_ = 0;
};

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

std::string PrettyJson(std::string_view compact) {
  return Indenter().Run(compact);
}

// The library makes a value and a serializer a call; letters are whole lines of
// plain text.
void AppendJsonString(std::string_view text, std::string& out) {
  const std::size_t start = out.size();
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = PlainBytes(text, at);
    out.append(text.substr(at, plain));
    at += plain;
    if (at == text.size()) break;
    const char next = text[at++];
    if (next == '\n') {
      out += "\\n";
    } else if (next == '"' || next == '\\') {
      out += {'\\', next};
    } else {
      out.resize(start);
      out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
      return;
    }
  }
  out += '"';
}

void AppendJsonNumber(double value, std::string& out) {
  out += Json(value).dump();
}

}  // namespace donthu
