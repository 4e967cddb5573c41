// The schema takes every record of ours and refuses every mutant, in the
// reading of two validators.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "models/record_json.h"
#include "tests/models/random_record.h"
#include "tests/models/record_checks.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

struct Mutant {
  std::string what;
  std::string json;
};

// Every path to a member of an object.
void CollectPaths(const Json& json, const Pointer& at,
                  std::vector<Pointer>& paths) {
  if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i) {
      CollectPaths(json[i], at / i, paths);
    }
  }
  if (!json.is_object()) return;
  for (const auto& [key, value] : json.items()) {
    paths.push_back(at / key);
    CollectPaths(value, at / key, paths);
  }
}

std::vector<Pointer> PathsOf(const Json& record) {
  std::vector<Pointer> paths;
  CollectPaths(record, Pointer(), paths);
  return paths;
}

Json OfAnotherType(const Json& value) {
  if (value.is_null()) return Json::array({17});
  return value.is_string() ? Json(17) : Json("wrong");
}

void AddMutants(const Json& record, std::vector<Mutant>& mutants) {
  for (const Pointer& path : PathsOf(record)) {
    Json removed = record;
    removed[path.parent_pointer()].erase(path.back());
    mutants.push_back({"removed " + path.to_string(), removed.dump()});
    removed[path.parent_pointer()][path.back() + "x"] = record[path];
    mutants.push_back({"renamed " + path.to_string(), removed.dump()});
    Json retyped = record;
    retyped[path] = OfAnotherType(record[path]);
    mutants.push_back({"retyped " + path.to_string(), retyped.dump()});
  }
}

void AddWrongNames(const Json& record, std::vector<Mutant>& mutants) {
  for (const char* path :
       {"/status", "/received/source", "/pages/0/status",
        "/fields/recipients/0/kind", "/fields/senders/0/role",
        "/fields/senders/0/id_kind/value", "/fields/respondents/0/kind",
        "/classification/label", "/classification/labels/0",
        "/classification/legal_class", "/classification/parts/0/label",
        "/classification/title_label", "/classification/evidence/0/label",
        "/eligibility/0/part", "/eligibility/0/checks/0/result",
        "/routing/0/part", "/deadlines/0/part", "/deadlines/0/condition",
        "/deadlines/0/unit"}) {
    Json renamed = record;
    renamed[Pointer(path)] = "else";
    mutants.push_back({std::string("misnamed ") + path, renamed.dump()});
  }
}

const std::vector<Mutant>& Mutants() {
  static const std::vector<Mutant> kMutants = [] {
    std::vector<Mutant> mutants;
    const Json full = Json::parse(ToJsonLine(FullRecord()));
    AddMutants(full, mutants);
    AddWrongNames(full, mutants);
    AddMutants(Json::parse(ToJsonLine(FailedRecord())), mutants);
    return mutants;
  }();
  return kMutants;
}

std::string Lines(const std::vector<Mutant>& mutants) {
  std::string lines;
  for (const Mutant& mutant : mutants) lines += mutant.json + "\n";
  return lines;
}

std::string SomeRecords() {
  std::mt19937 rng(7);
  std::string lines =
      ToJsonLine(FullRecord()) + "\n" + ToJsonLine(FailedRecord()) + "\n";
  for (int i = 0; i < 40; ++i) lines += ToJsonLine(RandomRecord(rng)) + "\n";
  return lines;
}

TEST(RecordSchemaTest, TakesEveryRecordOfOursAsDraft2020) {
  EXPECT_EQ(CheckDraft2020(SchemaForm::kStrict, SomeRecords()), "exit 0");
}

TEST(RecordSchemaTest, TakesEveryRecordOfOursAsDraft7) {
  const Draft7Schema validator(SchemaForm::kStrict);
  std::istringstream lines(SomeRecords());
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(validator.Accepts(line)) << line;
  }
}

TEST(RecordSchemaTest, EveryMutantIsRefusedAsDraft2020) {
  EXPECT_EQ(AcceptedByDraft2020(SchemaForm::kStrict, Lines(Mutants())),
            "exit 0");
}

TEST(RecordSchemaTest, EveryMutantIsRefusedAsDraft7) {
  const Draft7Schema validator(SchemaForm::kStrict);
  for (const Mutant& mutant : Mutants()) {
    EXPECT_FALSE(validator.Accepts(mutant.json)) << mutant.what;
  }
}

TEST(RecordSchemaTest, EveryMutantIsRefusedByTheReader) {
  EXPECT_GT(Mutants().size(), 1000U);
  for (const Mutant& mutant : Mutants()) {
    EXPECT_FALSE(RecordFromJson(mutant.json)) << mutant.what;
  }
}

TEST(RecordSchemaTest, TheValidatorNamesThePathAndNoValue) {
  Json record = Json::parse(ToJsonLine(FullRecord()));
  record["received"]["date"] = "2026-02-30";
  EXPECT_EQ(CheckDraft2020(SchemaForm::kPublished, record.dump() + "\n"),
            "line 1: $.received.date: format\nexit 1");
}

TEST(RecordSchemaTest, ThePublishedFormIsOpenToNewKeysTheStrictOneIsNot) {
  Json record = Json::parse(ToJsonLine(FullRecord()));
  record["fields"]["new_key"] = 1;
  EXPECT_TRUE(Draft7Schema(SchemaForm::kPublished).Accepts(record.dump()));
  EXPECT_FALSE(Draft7Schema(SchemaForm::kStrict).Accepts(record.dump()));
}

TEST(RecordSchemaTest, OpenCodesTakeOnesThatNobodyKnowsYet) {
  Json record = Json::parse(ToJsonLine(FullRecord()));
  record["flags"][0] = "hoan_toan_moi";
  EXPECT_TRUE(Draft7Schema(SchemaForm::kStrict).Accepts(record.dump()));
  record["flags"][0] = "Hoàn toàn mới";
  EXPECT_FALSE(Draft7Schema(SchemaForm::kStrict).Accepts(record.dump()));
}

// Keywords that draft 7 and draft 2020-12 read in the same way.
void CheckKeywords(const Json& schema) {
  static const std::set<std::string> kSame = {
      "$schema",  "title",   "description", "type",       "properties",
      "required", "items",   "minItems",    "maxItems",   "minimum",
      "maximum",  "pattern", "examples",    "format",     "minLength",
      "enum",     "const",   "$ref",        "anyOf",      "allOf",
      "if",       "then",    "else",        "definitions"};
  for (const auto& [key, value] : schema.items()) {
    EXPECT_TRUE(kSame.count(key) == 1) << key;
    if (key == "properties" || key == "definitions") {
      for (const auto& [name, inner] : value.items()) CheckKeywords(inner);
    } else if (key == "anyOf" || key == "allOf") {
      for (const Json& inner : value) CheckKeywords(inner);
    } else if (value.is_object() && key != "const") {
      CheckKeywords(value);
    }
  }
}

TEST(RecordSchemaTest, UsesOnlyKeywordsThatMeanTheSameInDraft7) {
  CheckKeywords(Json::parse(SchemaText(SchemaForm::kPublished)));
}

TEST(RecordSchemaTest, DescribesAndRequiresEveryKey) {
  Json schema = Json::parse(SchemaText(SchemaForm::kPublished));
  Json objects = schema["definitions"];
  objects["record"] = schema;
  for (const auto& [name, object] : objects.items()) {
    if (!object.contains("properties")) continue;
    EXPECT_EQ(object["properties"].size(), object["required"].size()) << name;
    for (const auto& [key, property] : object["properties"].items()) {
      EXPECT_TRUE(property.contains("description")) << name << "." << key;
    }
  }
}

TEST(RecordSchemaTest, ADamagedSchemaIsAMissingModel) {
  const auto schema = RecordSchema(SchemaForm::kStrict, "{");
  ASSERT_FALSE(schema);
  EXPECT_EQ(schema.error().code, ErrorCode::kModelMissing);
}

}  // namespace
}  // namespace donthu
