// A letter as plain text, through the stages after recognition.
#pragma once

#include <memory>
#include <optional>

#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "pipeline/cli/command.h"
#include "stages/classify/class_model.h"

namespace donthu {

struct PlainLetter {
  Letter letter;
  Fields fields;
  Classification classification;
  std::shared_ptr<const ClassModel> model;  // that classified it
};

// Takes the command line of a command that works on one text, [FILE]
// [--config C], reads FILE, or `io.in` for "-" and where none is given, and
// classifies it. Empty: `plain` is there. Otherwise help or a message was
// printed, and the code is the answer.
std::optional<ExitCode> ReadPlainLetter(const char* meaning, const char* name,
                                        const Arguments& arguments, Streams io,
                                        PlainLetter& plain);

}  // namespace donthu
