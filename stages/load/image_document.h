// Formats that hold one page: JPEG, PNG, WebP, JPEG 2000.
#pragma once

#include <memory>

#include "stages/load/bytes.h"
#include "stages/load/format.h"
#include "stages/load/load.h"

namespace donthu {

// Decodes when the page is asked for. `bytes` must outlive the document.
std::unique_ptr<Document> OpenImage(FileFormat format, Bytes bytes,
                                    const LoadLimits& limits);

}  // namespace donthu
