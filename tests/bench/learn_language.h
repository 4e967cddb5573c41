// The language model of stages/repair from the letters of the classifier.
#pragma once

#include <string>

#include "models/result.h"
#include "stages/repair/language_model.h"

namespace donthu {

// Of all letters in the folder of a corpus, which its data_sha256 names. Fails
// where the corpus cannot be read.
Result<LanguageCounts> LearnLanguage(const std::string& corpus);

}  // namespace donthu
