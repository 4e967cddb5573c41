// The engine as the program opens it.
#pragma once

#include <memory>

#include "stages/recognize/tesseract_engine.h"

namespace donthu::bench {

// With the model of the source tree first, Debian's beside it. Fails as
// OpenTesseract does.
inline Result<std::unique_ptr<OcrEngine>> OpenProgramEngine() {
  TesseractSettings settings;
  settings.reader_folder = DONTHU_SOURCE_DIR "/models/reader";
  return OpenTesseract(settings);
}

}  // namespace donthu::bench
