// A letter as plain text, through the stages after recognition.
#pragma once

#include <memory>
#include <string>

#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "models/result.h"
#include "pipeline/cli/command.h"
#include "pipeline/config.h"
#include "stages/classify/class_model.h"

namespace donthu {

struct PlainLetter {
  Letter letter;
  Fields fields;
  Classification classification;
  std::shared_ptr<const ClassModel> model;  // that classified it
};

// Reads a UTF-8 text file, or `io.in` for "-". Fails with kFileUnreadable, as
// LoadClassModel and as the stages do.
Result<PlainLetter> ClassifyText(const std::string& file, const Config& config,
                                 Streams io);

// Reports what ClassifyText failed with.
ExitCode ReportOnText(const Error& error, Streams io);

}  // namespace donthu
