// extract: a letter's text to the fields of a record, by rules over lines
// and zones (brief §6), mended by a model that learnt from marked letters
// (docs/decisions/0022-field-model.md).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/fields.h"
#include "models/letter.h"
#include "models/result.h"

namespace donthu {

struct FieldModel;  // stages/extract/field_model.h
struct ValueSigns;  // stages/extract/confidence.h

// Thread-safe: Run() is const; the patterns are compiled once.
class Extract {
 public:
  static constexpr std::string_view kName = "extract";
  using Input = const Letter&;
  using Output = Fields;

  // Without a model, by the rules alone.
  Extract() = default;
  explicit Extract(std::shared_ptr<const FieldModel> model)
      : model_(std::move(model)) {}

  // Confidences are empty where the model has no calibration.
  Result<Output> Run(Input letter) const;

  // The fields without confidences, and what speaks for each value that
  // EachValue() (located_values.h) visits, in its order.
  Fields Find(Input letter, std::vector<ValueSigns>& signs) const;

 private:
  std::shared_ptr<const FieldModel> model_;
};

// The files of `folder`, models/fields. Fails with kModelMissing.
Result<std::shared_ptr<const FieldModel>> LoadFieldModel(
    const std::string& folder);
// Part of provenance.lexicon_version.
std::string FieldModelVersion(const FieldModel& model);

}  // namespace donthu
