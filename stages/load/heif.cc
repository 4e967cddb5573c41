#include "stages/load/heif.h"

#include <libheif/heif.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/limits.h"
#include "stages/load/resolution.h"

namespace donthu {
namespace {

constexpr std::string_view kHeifWhat = "HEIF data";

struct Free {
  void operator()(heif_context* context) const { heif_context_free(context); }
  void operator()(heif_image_handle* handle) const {
    heif_image_handle_release(handle);
  }
  void operator()(heif_image* image) const { heif_image_release(image); }
};
using ContextPtr = std::unique_ptr<heif_context, Free>;
using HandlePtr = std::unique_ptr<heif_image_handle, Free>;
using PicturePtr = std::unique_ptr<heif_image, Free>;

Failure Reason(const heif_error& error) {
  return error.subcode == heif_suberror_End_of_data ? Truncated(kHeifWhat)
                                                    : Unreadable(kHeifWhat);
}

Result<PageImage> CopyPixels(const heif_image& picture,
                             const LoadLimits& limits) {
  int stride = 0;
  const std::uint8_t* plane = heif_image_get_plane_readonly(
      &picture, heif_channel_interleaved, &stride);
  PageImage page;
  page.width_px = heif_image_get_width(&picture, heif_channel_interleaved);
  page.height_px = heif_image_get_height(&picture, heif_channel_interleaved);
  if (plane == nullptr) return Unreadable(kHeifWhat);
  // What was decoded need not be as large as the container says.
  const Status size = CheckSize(page.width_px, page.height_px, limits);
  if (!size) return Fail(size.error());
  page.format = PixelFormat::kRgb24;
  const auto row_bytes = static_cast<std::size_t>(page.width_px) * 3;
  page.pixels.resize(row_bytes * static_cast<std::size_t>(page.height_px));
  for (int y = 0; y < page.height_px; ++y) {
    std::memcpy(page.pixels.data() + static_cast<std::size_t>(y) * row_bytes,
                plane + static_cast<std::ptrdiff_t>(y) * stride, row_bytes);
  }
  SetResolution({}, &page);
  return page;
}

class HeifDocument : public Document {
 public:
  HeifDocument(ContextPtr context, std::vector<heif_item_id> pages,
               LoadLimits limits)
      : context_(std::move(context)),
        pages_(std::move(pages)),
        limits_(limits) {}

  std::string MediaType() const override { return "image/heic"; }
  int PageCount() const override { return static_cast<int>(pages_.size()); }

  Result<PageImage> Page(int number) const override {
    heif_image_handle* raw_handle = nullptr;
    heif_error error = heif_context_get_image_handle(
        context_.get(), pages_[static_cast<std::size_t>(number - 1)],
        &raw_handle);
    if (error.code != heif_error_Ok) return Reason(error);
    const HandlePtr handle(raw_handle);
    const Status size =
        CheckSize(heif_image_handle_get_width(handle.get()),
                  heif_image_handle_get_height(handle.get()), limits_);
    if (!size) return Fail(size.error());
    heif_image* raw_picture = nullptr;
    error = heif_decode_image(handle.get(), &raw_picture, heif_colorspace_RGB,
                              heif_chroma_interleaved_RGB, nullptr);
    if (error.code != heif_error_Ok) return Reason(error);
    const PicturePtr picture(raw_picture);
    return CopyPixels(*picture, limits_);
  }

 private:
  ContextPtr context_;
  std::vector<heif_item_id> pages_;
  LoadLimits limits_;
};

}  // namespace

Result<std::unique_ptr<Document>> OpenHeif(Bytes bytes,
                                           const LoadLimits& limits) {
  ContextPtr context(heif_context_alloc());
  const heif_error error = heif_context_read_from_memory_without_copy(
      context.get(), bytes.data(), bytes.size(), nullptr);
  if (error.code != heif_error_Ok) return Reason(error);
  const int count = heif_context_get_number_of_top_level_images(context.get());
  const Status pages = CheckPageCount(count, limits);
  if (!pages) return Fail(pages.error());
  std::vector<heif_item_id> ids(static_cast<std::size_t>(count));
  heif_context_get_list_of_top_level_image_IDs(context.get(), ids.data(),
                                               count);
  return std::unique_ptr<Document>(std::make_unique<HeifDocument>(
      std::move(context), std::move(ids), limits));
}

}  // namespace donthu
