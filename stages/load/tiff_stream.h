// A TIFF that libtiff reads from memory.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "stages/load/bytes.h"

struct tiff;  // libtiff's TIFF

namespace donthu {

struct TiffStream {
  Bytes bytes;
  std::size_t at = 0;
};

struct TiffClose {
  void operator()(tiff* file) const;
};
using TiffPtr = std::unique_ptr<tiff, TiffClose>;

// Null where there is no readable first directory. `stream` must stay where
// it is for as long as the TIFF is open. Silences libtiff for the process.
TiffPtr OpenTiffStream(TiffStream* stream);

// A TIFF file of one strip around `data`.
std::vector<std::uint8_t> WrapGroup4(Bytes data, int width_px, int height_px);

}  // namespace donthu
