// What a file is, told by its first bytes, never by its name.
#pragma once

#include <string_view>

#include "models/result.h"
#include "stages/load/bytes.h"

namespace donthu {

enum class FileFormat { kPdf, kTiff, kJpeg, kPng, kWebp, kJpeg2000, kHeif };

// Fails with kFormatUnsupported, naming what the file is and what to do.
Result<FileFormat> DetectFormat(Bytes bytes);

// "image/tiff".
std::string_view MediaTypeOf(FileFormat format);

}  // namespace donthu
