#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/files.h"
#include "pipeline/separators/sheets.h"

namespace donthu {

ExitCode SeparatorsCommand(const Arguments& arguments, Streams io) {
  constexpr int kMostSheets = 1000;
  int count = 1;
  std::string out = "separators.pdf";
  CLI::App app("Draw separator sheets to print", "donthu separators");
  app.add_option("--count", count, "sheets")
      ->check(CLI::Range(1, kMostSheets))
      ->capture_default_str();
  app.add_option("--out", out, "the PDF, or - for standard output")
      ->capture_default_str();
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto sheets = SeparatorSheets(count);
  if (!sheets) return Report(sheets.error(), io);
  if (out == "-") {
    io.out << *sheets << std::flush;
    return ExitCode::kOk;
  }
  if (auto put = ReplaceFile(out, *sheets); !put) {
    return Report({put.error().code, out, put.error().detail}, io);
  }
  io.err << out << ": " << count
         << " sheets; print them, put one before each letter, scan the stack, "
            "and read it with --split separator or auto\n";
  return ExitCode::kOk;
}

}  // namespace donthu
