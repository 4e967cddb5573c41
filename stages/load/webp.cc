#include "stages/load/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <string_view>
#include <utility>

#include "stages/load/exif.h"
#include "stages/load/limits.h"
#include "stages/load/orientation.h"
#include "stages/load/resolution.h"

namespace donthu {
namespace {

constexpr std::string_view kWebpWhat = "WebP data";

bool IsShort(Bytes bytes) {
  if (bytes.size() < 12) return true;
  const std::size_t stated =
      std::size_t{bytes[4]} | std::size_t{bytes[5]} << 8 |
      std::size_t{bytes[6]} << 16 | std::size_t{bytes[7]} << 24;
  return stated + 8 > bytes.size();
}

Failure Reason(Bytes bytes) {
  return IsShort(bytes) ? Truncated(kWebpWhat) : Unreadable(kWebpWhat);
}

ExifTags ReadTags(Bytes bytes) {
  const WebPData data{bytes.data(), bytes.size()};
  WebPDemuxer* demuxer = WebPDemux(&data);
  if (demuxer == nullptr) return {};
  ExifTags tags;
  WebPChunkIterator chunk{};
  if (WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk) != 0) {
    tags = ReadExif({chunk.chunk.bytes, chunk.chunk.size});
    WebPDemuxReleaseChunkIterator(&chunk);
  }
  WebPDemuxDelete(demuxer);
  return tags;
}

std::uint8_t OnWhite(int value, int alpha) {
  return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) /
                                   255);
}

// Four bytes a pixel to three, in place.
void FlattenRgba(std::vector<std::uint8_t>* pixels) {
  std::uint8_t* to = pixels->data();
  for (std::size_t i = 0; i + 3 < pixels->size(); i += 4) {
    const int alpha = (*pixels)[i + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      *to++ = OnWhite((*pixels)[i + c], alpha);
    }
  }
  pixels->resize(pixels->size() / 4 * 3);
}

bool ReadPixels(Bytes bytes, const WebPBitstreamFeatures& features,
                std::vector<std::uint8_t>* pixels) {
  const int channels = features.has_alpha != 0 ? 4 : 3;
  const int stride = features.width * channels;
  pixels->resize(static_cast<std::size_t>(stride) *
                 static_cast<std::size_t>(features.height));
  const auto decode =
      features.has_alpha != 0 ? &WebPDecodeRGBAInto : &WebPDecodeRGBInto;
  if (decode(bytes.data(), bytes.size(), pixels->data(), pixels->size(),
             stride) == nullptr) {
    return false;
  }
  if (features.has_alpha != 0) FlattenRgba(pixels);
  return true;
}

}  // namespace

Result<PageImage> DecodeWebp(Bytes bytes, const LoadLimits& limits) {
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK) {
    return Reason(bytes);
  }
  if (features.has_animation != 0) return Unreadable("moving picture");
  const Status size = CheckSize(features.width, features.height, limits);
  if (!size) return Fail(size.error());
  PageImage page;
  page.width_px = features.width;
  page.height_px = features.height;
  page.format = PixelFormat::kRgb24;
  if (!ReadPixels(bytes, features, &page.pixels)) return Reason(bytes);
  const ExifTags exif = ReadTags(bytes);
  SetResolution(exif.resolution, &page);
  return Oriented(std::move(page), OrientationFromTag(exif.orientation));
}

}  // namespace donthu
