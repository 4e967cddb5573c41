// The few EXIF tags that matter to a page.
#pragma once

#include "stages/load/bytes.h"
#include "stages/load/resolution.h"

namespace donthu {

struct ExifTags {
  int orientation = 1;  // 1 to 8
  Resolution resolution;
};

// `payload` begins with "Exif\0\0" or with a TIFF header; anything that cannot
// be read gives the defaults.
ExifTags ReadExif(Bytes payload);

}  // namespace donthu
