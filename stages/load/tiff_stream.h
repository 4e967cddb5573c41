// A TIFF that libtiff reads from memory.
#pragma once

#include <cstddef>
#include <cstdint>
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

// The whole number of `count` bytes at `at` in the byte order of the file; the
// size of the file where it lies beyond its end.
std::uint64_t TiffNumberAt(Bytes file, std::uint64_t at, std::size_t count);

// Where the directory after the one at `offset` begins, as the file says it,
// be it beyond its end; 0 where there is none.
std::uint64_t NextTiffDirectory(Bytes file, std::uint64_t offset);

// A TIFF file of one strip around `data`.
std::vector<std::uint8_t> WrapGroup4(Bytes data, int width_px, int height_px);

}  // namespace donthu
