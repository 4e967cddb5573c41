// Writes and reads values by their shape: one Shape(io, value) a struct,
// found by name lookup, says keys, order and rules for both directions.
#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "models/fields.h"
#include "models/json_rules.h"
#include "models/json_value.h"
#include "models/label.h"
#include "models/result.h"
#include "models/text_offsets.h"

namespace donthu {

// const T and T alike, so that one Shape serves writing and reading.
template <typename T, typename U>
concept Is = std::is_same_v<std::remove_const_t<T>, U>;

// Specialized with `kNames`, in the order of the enumerators from 0.
template <typename E>
struct EnumNames;

template <typename E>
std::string_view NameOf(E value) {
  return EnumNames<E>::kNames[static_cast<std::size_t>(value)];
}
inline std::string_view NameOf(Label value) { return ToString(value); }
inline std::string_view NameOf(ErrorCode value) { return ToString(value); }

template <typename E>
bool FromName(std::string_view name, E& value) {
  for (std::size_t i = 0; i < EnumNames<E>::kNames.size(); ++i) {
    if (EnumNames<E>::kNames[i] != name) continue;
    value = static_cast<E>(i);
    return true;
  }
  return false;
}
template <typename E>
bool Assign(const std::optional<E>& found, E& value) {
  if (found) value = *found;
  return found.has_value();
}
inline bool FromName(std::string_view name, Label& value) {
  return Assign(LabelFromString(name), value);
}
inline bool FromName(std::string_view name, ErrorCode& value) {
  return Assign(ErrorCodeFromString(name), value);
}

template <typename Io, typename L>
void ShapeLocated(Io& io, L& v) {
  io.Key("value", v.value);
  io.Key("raw", v.raw);
  io.Key("confidence", v.confidence, kShare);
  io.Key("start", v.span.start);
  io.Key("end", v.span.end);
  io.Require(io.Holds(v.span), "end");
  io.Key("places", v.places);
}

template <typename Io, typename J>
void ShapeJudged(Io& io, J& v) {
  io.Key("value", v.value);
  io.Key("confidence", v.confidence, kShare);
  io.Key("places", v.places);
}

// Appends one line of JSON to a string. Never fails.
class JsonWriter {
 public:
  enum class Numbers { kRounded, kExact };

  // `text`: what spans point into; may be null where there are none.
  JsonWriter(Numbers numbers, const TextOffsets* text)
      : numbers_(numbers), text_(text) {}

  const std::string& out() const { return out_; }

  template <typename T, typename Rule = Anything>
  void Key(std::string_view key, const T& value, Rule /*rule*/ = {}) {
    Name(key);
    Put(value);
  }
  // An empty string stands for a value that is not known: null.
  void KeyOrNull(std::string_view key, const std::string& value,
                 bool (* /*rule*/)(std::string_view)) {
    Name(key);
    if (value.empty()) return PutNull();
    Put(value);
  }
  // A key that is there where it is true: what was written before it was
  // known reads as false.
  void Flag(std::string_view key, bool value) {
    if (value) Key(key, value);
  }
  // A key whose value follows from others.
  template <typename Fn>
  void Derived(std::string_view key, Fn make) {
    Key(key, make());
  }
  template <typename Fn>
  void Object(std::string_view key, Fn fill) {
    Name(key);
    Members(fill);
  }
  void Require(bool /*holds*/, std::string_view /*key*/) {}
  bool Holds(TextSpan /*span*/) const { return true; }
  std::string Quote(TextSpan span) const {
    return text_ == nullptr ? std::string() : std::string(text_->Cut(span));
  }

  void Put(bool value) { out_ += value ? "true" : "false"; }
  void Put(int value) { out_ += std::to_string(value); }
  void Put(double value);
  void Put(std::string_view value) { AppendJsonString(value, out_); }
  void Put(const std::string& value) { AppendJsonString(value, out_); }
  void Put(const char* value) { AppendJsonString(value, out_); }
  void Put(const BoxPx& box) {
    Put(std::array{box.left_px, box.top_px, box.right_px, box.bottom_px});
  }
  void Put(const Homography& homography) { Put(homography.m); }
  template <typename T>
  void Put(const std::optional<T>& value) {
    if (!value) return PutNull();
    Put(*value);
  }
  template <typename T>
  void Put(const std::vector<T>& values) {
    PutAll(values);
  }
  template <typename T, std::size_t N>
  void Put(const std::array<T, N>& values) {
    PutAll(values);
  }
  template <typename T>
  void Put(const Located<T>& value) {
    Members([&] { ShapeLocated(*this, value); });
  }
  template <typename T>
  void Put(const Judged<T>& value) {
    Members([&] { ShapeJudged(*this, value); });
  }
  template <typename T>
  void Put(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      Put(NameOf(value));
    } else {
      Members([&] { Shape(*this, value); });
    }
  }

 private:
  void PutNull() { out_ += "null"; }
  void Separate() {
    if (out_.empty()) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':') out_ += ',';
  }
  void Name(std::string_view key) {
    Separate();
    AppendJsonString(key, out_);
    out_ += ':';
  }
  template <typename Fn>
  void Members(Fn fill) {
    out_ += '{';
    fill();
    out_ += '}';
  }
  template <typename Values>
  void PutAll(const Values& values) {
    out_ += '[';
    for (const auto& value : values) {
      Separate();
      Put(value);
    }
    out_ += ']';
  }

  Numbers numbers_;
  const TextOffsets* text_;
  std::string out_;
};

// Reads a tree by the same shapes. Every key but flags must be there, none
// beside them; the first fault ends the reading in effect.
class JsonReader {
 public:
  explicit JsonReader(const TextOffsets* text) : text_(text) {}

  // Where the first fault lies ("fields.senders[0].name.end") and what it
  // is; empty where all was well.
  const std::optional<Error>& fault() const { return fault_; }

  template <typename T, typename Rule = Anything>
  void Key(std::string_view key, T& value, Rule rule = {}) {
    At(key, [&](const JsonValue& node) {
      Take(node, value);
      if (!fault_ && !Obeys(value, rule)) Fault("not an allowed value");
    });
  }
  void KeyOrNull(std::string_view key, std::string& value,
                 bool (*rule)(std::string_view)) {
    std::optional<std::string> held;
    Key(key, held, rule);
    value = held.value_or(std::string());
  }
  void Flag(std::string_view key, bool& value) {
    value = false;
    if (fault_ || FindMember(*object_, key) == nullptr) return;
    Key(key, value, [](bool flag) { return flag; });
  }
  // Looked at when all is read and written again: RecordFromJson.
  template <typename Fn>
  void Derived(std::string_view key, Fn /*make*/) {
    At(key, [](const JsonValue& /*node*/) {});
  }
  template <typename Fn>
  void Object(std::string_view key, Fn fill) {
    At(key, [&](const JsonValue& node) { Members(node, fill); });
  }
  // Where !holds, the value at `key` of the object being read is at fault.
  void Require(bool holds, std::string_view key);
  bool Holds(TextSpan span) const {
    const int size = text_ == nullptr ? 0 : text_->size();
    return span.start >= 0 && span.start <= span.end && span.end <= size;
  }
  std::string Quote(TextSpan /*span*/) const { return {}; }

  // Reads the whole tree.
  void Take(const JsonValue& node, bool& value) { Plain(node, value); }
  void Take(const JsonValue& node, std::string& value) { Plain(node, value); }
  void Take(const JsonValue& node, int& value);
  void Take(const JsonValue& node, double& value);
  void Take(const JsonValue& node, BoxPx& box);
  void Take(const JsonValue& node, Homography& homography) {
    Take(node, homography.m);
  }
  template <typename T>
  void Take(const JsonValue& node, std::optional<T>& value) {
    value.reset();
    if (std::holds_alternative<std::monostate>(node.held)) return;
    Take(node, value.emplace());
  }
  template <typename T>
  void Take(const JsonValue& node, std::vector<T>& values) {
    Each(node,
         [&](const JsonValue& item) { Take(item, values.emplace_back()); });
  }
  template <typename T, std::size_t N>
  void Take(const JsonValue& node, std::array<T, N>& values) {
    std::size_t count = 0;
    Each(node, [&](const JsonValue& item) {
      if (count < N) Take(item, values[count]);
      ++count;
    });
    if (count != N) Fault("wrong number of items");
  }
  template <typename T>
  void Take(const JsonValue& node, Located<T>& value) {
    Members(node, [&] { ShapeLocated(*this, value); });
  }
  template <typename T>
  void Take(const JsonValue& node, Judged<T>& value) {
    Members(node, [&] { ShapeJudged(*this, value); });
  }
  template <typename T>
  void Take(const JsonValue& node, T& value) {
    if constexpr (std::is_enum_v<T>) {
      std::string name;
      Take(node, name);
      if (!FromName(name, value)) Fault("not one of the names");
    } else {
      Members(node, [&] { Shape(*this, value); });
    }
  }

 private:
  template <typename T>
  void Plain(const JsonValue& node, T& value) {
    const T* held = std::get_if<T>(&node.held);
    if (held == nullptr) return Fault("wrong type");
    value = *held;
  }
  template <typename Fn>
  void At(std::string_view key, Fn read);
  template <typename Fn>
  void Members(const JsonValue& node, Fn fill);
  template <typename Fn>
  void Each(const JsonValue& node, Fn read);
  void Fault(std::string_view what);

  // A rule goes down to the leaves.
  template <typename T, typename Rule>
  static bool Obeys(const T& value, Rule& rule) {
    return static_cast<bool>(rule(value));
  }
  template <typename T, typename Rule>
  static bool Obeys(const std::optional<T>& value, Rule& rule) {
    return !value || Obeys(*value, rule);
  }
  template <typename T, typename Rule>
  static bool Obeys(const std::vector<T>& values, Rule& rule) {
    for (const T& value : values) {
      if (!Obeys(value, rule)) return false;
    }
    return true;
  }
  template <typename T, typename Rule>
  static bool Obeys(const Located<T>& value, Rule& rule) {
    return Obeys(value.value, rule);
  }
  template <typename T, typename Rule>
  static bool Obeys(const Judged<T>& value, Rule& rule) {
    return Obeys(value.value, rule);
  }

  const TextOffsets* text_;
  const JsonObject* object_ = nullptr;  // whose keys are being read
  std::size_t taken_ = 0;               // keys of object_ found so far
  std::string path_;
  std::optional<Error> fault_;
};

template <typename Fn>
void JsonReader::At(std::string_view key, Fn read) {
  if (fault_) return;
  const std::size_t outer = path_.size();
  if (!path_.empty()) path_ += '.';
  path_ += key;
  const JsonValue* node = FindMember(*object_, key);
  if (node == nullptr) {
    Fault("the key is missing");
  } else {
    ++taken_;
    read(*node);
  }
  path_.resize(outer);
}

template <typename Fn>
void JsonReader::Members(const JsonValue& node, Fn fill) {
  const auto* object = std::get_if<JsonObject>(&node.held);
  if (object == nullptr) return Fault("not an object");
  const JsonObject* const outer = std::exchange(object_, object);
  const std::size_t outer_taken = std::exchange(taken_, 0);
  fill();
  if (taken_ != object->size()) Fault("a key that the contract does not know");
  object_ = outer;
  taken_ = outer_taken;
}

template <typename Fn>
void JsonReader::Each(const JsonValue& node, Fn read) {
  const auto* array = std::get_if<JsonArray>(&node.held);
  if (array == nullptr) return Fault("not a list");
  const std::size_t outer = path_.size();
  for (std::size_t i = 0; i < array->size() && !fault_; ++i) {
    path_ += '[' + std::to_string(i) + ']';
    read((*array)[i]);
    path_.resize(outer);
  }
}

}  // namespace donthu
