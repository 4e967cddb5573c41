// The whole program with an engine that needs no model and can misbehave.
#include <iostream>
#include <memory>

#include "pipeline/cli/command.h"
#include "tests/fakes/letter_engine.h"

int main(int argc, char** argv) {
  const donthu::EngineOpener open_engine = [](const donthu::Config&)
      -> donthu::Result<std::unique_ptr<donthu::OcrEngine>> {
    return std::unique_ptr<donthu::OcrEngine>(new donthu::LetterEngine());
  };
  return donthu::Main(argc, argv, {std::cin, std::cout, std::cerr},
                      open_engine);
}
