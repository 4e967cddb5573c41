// The limits and the errors that all decoders share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/result.h"
#include "stages/load/load.h"

namespace donthu {

// Fails with kTooManyPixels, or kImageUnreadable where a side is not positive.
// Sides beyond the range of int fail too.
Status CheckSize(std::int64_t width_px, std::int64_t height_px,
                 const LoadLimits& limits);

// Fails with kNoPages for less than one page, with kTooManyPages.
Status CheckPageCount(std::int64_t pages, const LoadLimits& limits);

// Fails with kTooManyObjects.
Status CheckObjectCount(std::size_t objects, const LoadLimits& limits);

// kStreamTooLarge: "a stream unpacks to more than limits.max_stream_mb …".
Failure StreamTooLarge(const LoadLimits& limits);

// kImageUnreadable: "the JPEG data cannot be decoded; scan the page again".
Failure Unreadable(std::string_view what);
// kFileTruncated: "the JPEG data ends too early; copy or scan it again".
Failure Truncated(std::string_view what);

}  // namespace donthu
