// PDF: structure by qpdf, pages that are not one scan by poppler.
#pragma once

#include <memory>

#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

// Tries the empty password, and recovery where the cross-reference table is
// damaged. `bytes` must outlive the document. Fails with kEncrypted,
// kFileTruncated where a damaged document goes on after its last end mark,
// kDocumentDamaged, kNoPages, kTooManyPages, kTooManyObjects; pages with
// kTooManyPixels, kStreamTooLarge, kImageUnreadable, kFileTruncated,
// kDocumentDamaged.
Result<std::unique_ptr<Document>> OpenPdf(Bytes bytes,
                                          const LoadLimits& limits);

}  // namespace donthu
