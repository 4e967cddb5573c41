// Tesseract's `vie` made fit for learning on: its model has bytes for weights
// ("fast"), from which lstmtraining does not go on, and lacks letters that
// Vietnamese letters hold.
//
// The formats are those of Tesseract 5.3 (Network::Serialize and the layers'
// own, WeightMatrix::Serialize, RecodedCharID::Serialize), little-endian.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"

namespace donthu::bench {

// A letter that a model shall know, and one of its own that looks like it: what
// it begins with.
struct NewLetter {
  std::string letter;      // UTF-8, one code point
  std::string like;        // a letter of the model
  std::string properties;  // of a unicharset's line: "3" a small letter
};

// Components of a traineddata file, as `combine_tessdata -u` writes them.
struct ModelParts {
  std::string network;     // lstm
  std::string unicharset;  // lstm-unicharset
  std::string recoder;     // lstm-recoder
};

// The same model with weights in doubles, which reads the same, and with
// `letters` added. Fails with kTextInvalid where a part is not of that format
// or already of doubles, or a letter is known or unlike any.
Result<ModelParts> Widened(const ModelParts& parts,
                           const std::vector<NewLetter>& letters);

}  // namespace donthu::bench
