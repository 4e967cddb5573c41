// The whole program with an engine that needs no model and can misbehave.
#include <fcntl.h>

#include <iostream>
#include <memory>

#include "pipeline/cli/command.h"
#include "tests/fakes/letter_engine.h"

// With a folder paths.tessdata every reading is noted in its file reads.log,
// which must be there.
int main(int argc, char** argv) {
  const donthu::EngineOpener open_engine = [](const donthu::Config& config)
      -> donthu::Result<std::unique_ptr<donthu::OcrEngine>> {
    if (config.tessdata_folder.empty()) {
      return std::unique_ptr<donthu::OcrEngine>(new donthu::LetterEngine());
    }
    const std::string path = config.tessdata_folder + "/reads.log";
    donthu::UniqueFd log(::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    if (!log) {
      return donthu::Fail(donthu::ErrorCode::kModelMissing, path,
                          "cannot be written");
    }
    return std::unique_ptr<donthu::OcrEngine>(
        new donthu::LetterEngine(std::move(log)));
  };
  return donthu::Main(argc, argv, {std::cin, std::cout, std::cerr},
                      open_engine);
}
