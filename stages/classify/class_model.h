// Everything that classify has learnt, as one file.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/result.h"
#include "stages/classify/calibrate.h"
#include "stages/classify/heads.h"
#include "stages/classify/lexicon.h"
#include "stages/classify/softmax.h"

namespace donthu {

struct ModelParts {
  std::string data_sha256;  // of the corpus, 64 hex digits
  std::string figures;      // one line for a person: how good, how measured
  Calibration calibration;
  Lexicon lexicon;
  Softmax softmax;
  Heads heads;
};

// The text of a model file. Text, so that anyone can look for a name in it.
std::string ModelText(const ModelParts& parts);

// Immutable; shared by threads.
class ClassModel {
 public:
  static constexpr int kVersion = 3;  // of the file

  // Fails with kModelMissing where the text is damaged or of another version.
  static Result<std::shared_ptr<const ClassModel>> Parse(std::string_view text);

  const ModelParts& parts() const { return parts_; }
  const std::string& sha256() const { return sha256_; }  // of the file

 private:
  ModelParts parts_;
  std::string sha256_;
};

}  // namespace donthu
