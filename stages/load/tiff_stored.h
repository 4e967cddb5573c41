// The one strip of a TIFF page, as it is.
#pragma once

#include <cstddef>

#include "models/encoded_page.h"

struct tiff;  // libtiff's TIFF

namespace donthu {

// The strip of the directory that `file` stands at, where it is the only one
// and a PDF knows its coding: group 4, or Deflate of gray or RGB with at most
// differences of bytes. kPixels otherwise. Bits that the file holds in the
// opposite order are turned round. from_scan stays unset.
EncodedPage StoredStrip(tiff* file, std::size_t file_bytes);

}  // namespace donthu
