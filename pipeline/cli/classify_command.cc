#include <iostream>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/plain_letter.h"

namespace donthu {

ExitCode ClassifyCommand(const Arguments& arguments, Streams io) {
  PlainLetter plain;
  if (auto code = ReadPlainLetter(
          "Plain UTF-8 text in, its classification out as one JSON line",
          "donthu classify", arguments, io, plain)) {
    return *code;
  }
  io.out << ToJsonLine(plain.classification, plain.fields, plain.letter.text)
         << "\n";
  return ExitCode::kOk;
}

}  // namespace donthu
