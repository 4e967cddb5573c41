#include "samples/formats/heic.h"

#include <libheif/heif.h>

#include <algorithm>
#include <cstddef>
#include <memory>

#include "samples/conditions/raster.h"

namespace donthu::samples {
namespace {

struct FreeContext {
  void operator()(heif_context* context) const { heif_context_free(context); }
};
struct FreeEncoder {
  void operator()(heif_encoder* encoder) const {
    heif_encoder_release(encoder);
  }
};
struct FreeImage {
  void operator()(heif_image* image) const { heif_image_release(image); }
};
// libheif's scale is finer: three quarters of a JPEG's number looks like it.
constexpr int kOfJpegQuality = 75;

using ImagePtr = std::unique_ptr<heif_image, FreeImage>;

ImagePtr ToHeif(const PageImage& page) {
  const PageImage rgb = ToRgb(page);
  heif_image* made = nullptr;
  heif_image_create(rgb.width_px, rgb.height_px, heif_colorspace_RGB,
                    heif_chroma_interleaved_RGB, &made);
  ImagePtr image(made);
  heif_image_add_plane(made, heif_channel_interleaved, rgb.width_px,
                       rgb.height_px, 8);
  int stride = 0;
  std::uint8_t* plane =
      heif_image_get_plane(made, heif_channel_interleaved, &stride);
  const auto row = static_cast<std::size_t>(rgb.width_px) * 3;
  for (std::size_t y = 0; y < static_cast<std::size_t>(rgb.height_px); ++y) {
    std::copy_n(&rgb.pixels[y * row], row,
                plane + y * static_cast<std::size_t>(stride));
  }
  return image;
}

heif_error Append(heif_context*, const void* data, std::size_t size,
                  void* target) {
  static_cast<std::string*>(target)->append(static_cast<const char*>(data),
                                            size);
  return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

}  // namespace

Result<std::string> EncodeHeic(const PageImage& page, int quality) {
  const std::unique_ptr<heif_context, FreeContext> context(
      heif_context_alloc());
  heif_encoder* found = nullptr;
  if (heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC,
                                          &found)
          .code != heif_error_Ok) {
    return Fail(ErrorCode::kFormatUnsupported, "heic",
                "libheif has no HEVC encoder; install libheif-plugin-x265.");
  }
  const std::unique_ptr<heif_encoder, FreeEncoder> encoder(found);
  heif_encoder_set_lossy_quality(found, quality * kOfJpegQuality / 100);
  // Bytes that do not depend on the number of cores.
  heif_encoder_set_parameter(found, "preset", "ultrafast");
  heif_encoder_set_parameter(found, "x265:pools", "1");
  heif_encoder_set_parameter(found, "x265:frame-threads", "1");
  const ImagePtr image = ToHeif(page);
  std::string bytes;
  heif_writer writer{1, Append};
  if (heif_context_encode_image(context.get(), image.get(), found, nullptr,
                                nullptr)
              .code != heif_error_Ok ||
      heif_context_write(context.get(), &writer, &bytes).code !=
          heif_error_Ok) {
    return Fail(ErrorCode::kInternal, "heic", "The encoder refused the page.");
  }
  return bytes;
}

}  // namespace donthu::samples
