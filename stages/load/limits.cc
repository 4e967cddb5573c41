#include "stages/load/limits.h"

#include <limits>
#include <string>

namespace donthu {

Status CheckSize(std::int64_t width_px, std::int64_t height_px,
                 const LoadLimits& limits) {
  if (width_px < 1 || height_px < 1) {
    return Fail(ErrorCode::kImageUnreadable, "page",
                "it has no pixels; scan the page again");
  }
  constexpr std::int64_t kLongest = std::numeric_limits<int>::max() / 8;
  if (width_px > kLongest || height_px > kLongest ||
      width_px > limits.max_pixels / height_px) {
    return Fail(ErrorCode::kTooManyPixels, "page",
                std::to_string(width_px) + " x " + std::to_string(height_px) +
                    " pixels are more than limits.max_megapixels (" +
                    std::to_string(limits.max_pixels / 1'000'000) +
                    ") allows; scan at a lower resolution");
  }
  return Done{};
}

Status CheckPageCount(std::int64_t pages, const LoadLimits& limits) {
  if (pages < 1) {
    return Fail(ErrorCode::kNoPages, "file",
                "it is sound but has no page; scan it again");
  }
  if (pages > limits.max_pages) {
    return Fail(ErrorCode::kTooManyPages, "file",
                "it has more pages than limits.max_pages (" +
                    std::to_string(limits.max_pages) + ") allows; split it");
  }
  return Done{};
}

Status CheckObjectCount(std::size_t objects, const LoadLimits& limits) {
  if (objects > static_cast<std::size_t>(limits.max_pdf_objects)) {
    return Fail(ErrorCode::kTooManyObjects, "file",
                std::to_string(objects) +
                    " objects of the PDF are more than "
                    "limits.max_pdf_objects (" +
                    std::to_string(limits.max_pdf_objects) +
                    ") allows; print it to a new PDF or scan it");
  }
  return Done{};
}

Failure StreamTooLarge(const LoadLimits& limits) {
  return Fail(ErrorCode::kStreamTooLarge, "page",
              "its content unpacks to more than limits.max_stream_mb (" +
                  std::to_string(limits.max_stream_bytes >> 20) +
                  ") allows; print it to a new PDF or scan it");
}

Failure Unreadable(std::string_view what) {
  return Fail(
      ErrorCode::kImageUnreadable, "page",
      "the " + std::string(what) + " cannot be decoded; scan the page again");
}

Failure Truncated(std::string_view what) {
  return Fail(
      ErrorCode::kFileTruncated, "page",
      "the " + std::string(what) + " ends too early; copy or scan it again");
}

}  // namespace donthu
