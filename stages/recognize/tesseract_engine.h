// The engine behind the seam: Tesseract, `vie`, LSTM only.
#pragma once

#include <memory>
#include <string>

#include "models/result.h"
#include "stages/recognize/recognize.h"

namespace donthu {

struct TesseractSettings {
  std::string tessdata_folder;  // empty: where Debian puts it
  std::string language = "vie";
};

// Loads the models, warm for the first page. OMP_THREAD_LIMIT=1 must have
// been in the environment when the program was started. Fails with
// kModelMissing.
Result<std::unique_ptr<OcrEngine>> OpenTesseract(
    const TesseractSettings& settings);

}  // namespace donthu
