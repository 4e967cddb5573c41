#include "models/record_json.h"

#include <algorithm>
#include <cmath>

#include "models/record_shape.h"

namespace donthu {
namespace {

constexpr std::string_view kNovel = "novel";

Failure Invalid(std::string subject, std::string detail) {
  return Fail(ErrorCode::kTextInvalid, std::move(subject), std::move(detail));
}

// The value at `text`; empty where it is no string: the shape says so later.
std::string_view TextOf(const JsonValue& root) {
  const auto* object = std::get_if<JsonObject>(&root.held);
  const JsonValue* node =
      object == nullptr ? nullptr : FindMember(*object, "text");
  const auto* text =
      node == nullptr ? nullptr : std::get_if<std::string>(&node->held);
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

// What was read must be what would be written: derived keys, rounding and
// the order of keys included.
Status CheckWritesBack(std::string_view json, const JsonValue& root,
                       const Record& record) {
  const std::string line = ToJsonLine(record);
  if (line == json) return Done{};
  const auto again = ParseJson(line);
  if (!again) return Fail(again.error());
  const auto difference = FirstDifference(root, *again);
  if (!difference) return Done{};
  return Invalid(*difference, "does not follow from the rest of the record");
}

void AddAdditionalPropertiesFalse(JsonValue& value) {
  if (auto* array = std::get_if<JsonArray>(&value.held)) {
    for (JsonValue& item : *array) AddAdditionalPropertiesFalse(item);
  }
  auto* object = std::get_if<JsonObject>(&value.held);
  if (object == nullptr) return;
  for (JsonMember& member : *object) {
    AddAdditionalPropertiesFalse(member.value);
  }
  // A schema that describes an object says its type; an `if` does not.
  if (FindMember(*object, "properties") != nullptr &&
      FindMember(*object, "required") != nullptr &&
      FindMember(*object, "additionalProperties") == nullptr &&
      FindMember(*object, "type") != nullptr) {
    object->push_back({"additionalProperties", {false}});
  }
}

}  // namespace

std::string_view ToString(RecordStatus status) {
  return EnumNames<RecordStatus>::kNames[static_cast<std::size_t>(status)];
}

std::string ToJsonLine(const Record& record) {
  const std::string_view text = record.text ? *record.text : std::string_view();
  const TextOffsets offsets(text);
  JsonWriter writer(JsonWriter::Numbers::kRounded, &offsets);
  writer.Put(record);
  return writer.out();
}

std::string ToJsonPretty(const Record& record) {
  return PrettyJson(ToJsonLine(record));
}

std::string ToJsonLine(const Classification& classification,
                       const Fields& /*fields*/, std::string_view text) {
  const TextOffsets offsets(text);
  JsonWriter writer(JsonWriter::Numbers::kRounded, &offsets);
  writer.Put(classification);
  return writer.out();
}

Result<Record> RecordFromJson(std::string_view json) {
  auto root = ParseJson(json);
  if (!root) return Fail(root.error());
  const TextOffsets offsets(TextOf(*root));
  JsonReader reader(&offsets);
  Record record;
  reader.Take(*root, record);
  if (reader.fault()) return Fail(*reader.fault());
  if (record.classification) {
    record.classification->novel =
        std::find(record.review_reasons.begin(), record.review_reasons.end(),
                  kNovel) != record.review_reasons.end();
  }
  const Status same = CheckWritesBack(json, *root, record);
  if (!same) return Fail(same.error());
  return record;
}

Result<std::string> RecordSchema(SchemaForm form,
                                 std::string_view schema_json) {
  auto schema = ParseJson(schema_json);
  if (!schema) {
    return Fail(ErrorCode::kModelMissing, "record.schema.json",
                "is not JSON; install it again");
  }
  if (form == SchemaForm::kStrict) AddAdditionalPropertiesFalse(*schema);
  return PrettyJson(*schema);
}

double Rounded(double value) {
  constexpr double kSteps = 1e4;
  if (!std::isfinite(value)) return 0.0;
  const double rounded = std::round(value * kSteps) / kSteps;
  return std::isfinite(rounded) ? rounded + 0.0 : value;  // -0 + 0 is 0
}

}  // namespace donthu
