// classify: what a letter is, by content: Thông tư 05/2021/TT-TTCP Điều 6
// khoản 1.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "models/result.h"
#include "stages/classify/class_priors.h"

namespace donthu {

class ClassModel;  // stages/classify/class_model.h

// Thread-safe: Run() is const and the model is never changed.
class Classify {
 public:
  static constexpr std::string_view kName = "classify";
  struct Input {
    const Letter& letter;
    const Fields& fields;
  };
  using Output = Classification;

  explicit Classify(std::shared_ptr<const ClassModel> model,
                    ClassPriors priors = {});
  ~Classify();

  Result<Output> Run(Input input) const;

 private:
  std::shared_ptr<const ClassModel> model_;
  ClassPriors priors_;
};

// Fails with kModelMissing where the file is absent, damaged or of another
// version.
Result<std::shared_ptr<const ClassModel>> LoadClassModel(
    const std::string& path);
// sha256 of the model file, 64 hex digits.
std::string ClassModelSha256(const ClassModel& model);

}  // namespace donthu
