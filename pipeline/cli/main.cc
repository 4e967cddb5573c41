#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/model_files.h"
#include "stages/recognize/tesseract_engine.h"

int main(int argc, char** argv) {
  const donthu::EngineOpener open_engine = [](const donthu::Config& config) {
    donthu::TesseractSettings settings;
    settings.tessdata_folder = config.tessdata_folder;
    // Whoever names a model wants that one.
    if (config.tessdata_folder.empty()) {
      settings.reader_folder = donthu::ModelsFolder(config) + "/reader";
    }
    return donthu::OpenTesseract(settings);
  };
  return donthu::Main(argc, argv, {std::cin, std::cout, std::cerr},
                      open_engine);
}
