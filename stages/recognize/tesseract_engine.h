// The engine behind the seam: Tesseract, LSTM only.
#pragma once

#include <memory>
#include <string>

#include "models/result.h"
#include "stages/recognize/recognize.h"

namespace donthu {

// How Tesseract hands the lines of a page to itself (raw_line_images.h): the
// text is the same, raw pixels take less time.
enum class LineImages { kRaw, kPng };

struct TesseractSettings {
  std::string tessdata_folder;  // empty: where Debian puts it
  std::string language = "vie";
  LineImages line_images = LineImages::kRaw;
  // Of a `language`.traineddata that reads first (models/reader); that of
  // `tessdata_folder` is the other model then. Empty: that one reads alone.
  std::string reader_folder;
};

// Loads the models, warm for the first page: Read() and Orient() open no file.
// OMP_THREAD_LIMIT=1 must have been in the environment when the program was
// started. Fails with kModelMissing, naming the package to install.
//
// The engine reads a page of more than 180 dpi at 150 dpi, of more than 240 at
// 165; boxes are in pixels of the page all the same. What it reads depends on
// no page before it.
Result<std::unique_ptr<OcrEngine>> OpenTesseract(
    const TesseractSettings& settings);

}  // namespace donthu
