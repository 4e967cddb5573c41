// HEIC, HEIF and AVIF through libheif.
#pragma once

#include <memory>

#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

// Every picture that is no thumbnail is a page, turned as the file says.
// `bytes` must outlive the document. Fails with kFileTruncated, kNoPages,
// kTooManyPages, kImageUnreadable; pages with kTooManyPixels too.
Result<std::unique_ptr<Document>> OpenHeif(Bytes bytes,
                                           const LoadLimits& limits);

}  // namespace donthu
