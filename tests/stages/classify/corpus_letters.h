// The corpus and the model of the repository, as tests see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "stages/classify/corpus.h"
#include "stages/classify/samples.h"

namespace donthu {

inline const std::string kClassifierFolder =
    std::string(DONTHU_SOURCE_DIR) + "/models/classifier";

std::string FileText(const std::string& path);
const std::vector<CorpusLetter>& Corpus();
// Through the normalizer, as in production.
Letter PlainLetter(std::string_view text);
std::vector<TrainingLetter> TrainingLetters(
    const std::vector<CorpusLetter>& corpus);
// By the model of the repository.
Classification Classified(std::string_view text, const Fields& fields = {});
Classification Classified(const Letter& letter, const Fields& fields = {});

}  // namespace donthu
