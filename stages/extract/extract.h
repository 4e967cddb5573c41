// extract: a letter's text to the fields of a record, by rules over lines
// and zones (brief §6), mended by a model that learnt from marked letters
// (docs/decisions/0022-field-model.md).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "models/fields.h"
#include "models/letter.h"
#include "models/result.h"

namespace donthu {

class Tagger;  // stages/extract/tagger.h: the field model

// Thread-safe: Run() is const; the patterns are compiled once.
class Extract {
 public:
  static constexpr std::string_view kName = "extract";
  using Input = const Letter&;
  using Output = Fields;

  // Without a model, by the rules alone.
  Extract() = default;
  explicit Extract(std::shared_ptr<const Tagger> model)
      : model_(std::move(model)) {}

  Result<Output> Run(Input letter) const;

 private:
  std::shared_ptr<const Tagger> model_;
};

// models/fields/donthu.fields. Fails with kModelMissing.
Result<std::shared_ptr<const Tagger>> LoadFieldModel(const std::string& path);
// Part of provenance.lexicon_version.
std::string FieldModelVersion(const Tagger& model);

}  // namespace donthu
