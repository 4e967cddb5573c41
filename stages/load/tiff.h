// TIFF and BigTIFF through libtiff; CCITT data of PDFs too.
#pragma once

#include <memory>

#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

// Every directory but thumbnails and masks is a page. `bytes` must outlive
// the document. Fails with kFileTruncated, kNoPages, kTooManyPages,
// kDocumentDamaged where its directories cannot be followed,
// kImageUnreadable; pages with kTooManyPixels too.
Result<std::unique_ptr<Document>> OpenTiff(Bytes bytes,
                                           const LoadLimits& limits);

// `data` of a single strip in ITU-T T.6 (group 4), where 0 is white. Fails
// as pages do. The resolution stays unset.
Result<PageImage> DecodeGroup4(Bytes data, int width_px, int height_px,
                               const LoadLimits& limits);

}  // namespace donthu
