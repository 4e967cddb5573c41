#include "stages/load/image_document.h"

#include <string>

#include "stages/load/jpeg.h"
#include "stages/load/jpeg2000.h"
#include "stages/load/limits.h"
#include "stages/load/png.h"
#include "stages/load/stored_boxes.h"
#include "stages/load/webp.h"

namespace donthu {
namespace {

class ImageDocument : public Document {
 public:
  ImageDocument(FileFormat format, Bytes bytes, LoadLimits limits)
      : format_(format), bytes_(bytes), limits_(limits) {}

  std::string MediaType() const override {
    return std::string(MediaTypeOf(format_));
  }
  int PageCount() const override { return 1; }

  Result<EncodedPage> Stored(int) const override {
    switch (format_) {
      case FileFormat::kJpeg:
        return StoredJpeg(bytes_, limits_);
      case FileFormat::kPng:
        return StoredPng(bytes_, limits_);
      case FileFormat::kJpeg2000:
        return StoredJpeg2000(bytes_, limits_);
      default:
        return EncodedPage();
    }
  }

  Result<PageImage> Page(int) const override {
    switch (format_) {
      case FileFormat::kJpeg:
        return DecodeJpeg(bytes_, limits_);
      case FileFormat::kPng:
        return DecodePng(bytes_, limits_);
      case FileFormat::kWebp:
        return DecodeWebp(bytes_, limits_);
      case FileFormat::kJpeg2000:
        return DecodeJpeg2000(bytes_, limits_);
      default:
        return Unreadable(MediaTypeOf(format_));
    }
  }

 private:
  FileFormat format_;
  Bytes bytes_;
  LoadLimits limits_;
};

}  // namespace

std::unique_ptr<Document> OpenImage(FileFormat format, Bytes bytes,
                                    const LoadLimits& limits) {
  return std::make_unique<ImageDocument>(format, bytes, limits);
}

}  // namespace donthu
