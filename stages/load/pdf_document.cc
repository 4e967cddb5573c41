#include "stages/load/pdf_document.h"

#include <exception>
#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/limits.h"
#include "stages/load/orientation.h"
#include "stages/load/pdf_colour.h"
#include "stages/load/pdf_image.h"
#include "stages/load/pdf_page.h"
#include "stages/load/pdf_render.h"
#include "stages/load/resolution.h"

namespace donthu {
namespace {

Bytes BytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string Rewritten(QPDF* pdf) {
  QPDFWriter writer(*pdf);
  writer.setOutputMemory();
  writer.setPreserveEncryption(false);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setCompressStreams(false);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()),
          buffer->getSize()};
}

// The image's own pixels, drawn one to one.
Result<PageImage> DrawAlone(QPDFObjectHandle image, const LoadLimits& limits) {
  const std::string pdf = WrapPdfImage(image);
  const auto renderer = PdfRenderer::Open(BytesOf(pdf));
  if (renderer == nullptr) return Unreadable("image of the page");
  QPDFObjectHandle dict = image.getDict();
  const auto space = ReadColourSpace(dict.getKey("/ColorSpace"));
  const bool is_mask = IsTrue(dict.getKey("/ImageMask"));
  const bool gray = is_mask || (space && space->model == ColourModel::kGray);
  auto page = renderer->Render(
      1, 72.0, gray ? PixelFormat::kGray8 : PixelFormat::kRgb24, limits);
  if (!page) return page;
  DropNeutralColour(&*page);
  const bool one_bit =
      is_mask || IntegerOf(dict.getKey("/BitsPerComponent")) == 1;
  page->bilevel = one_bit && IsBlackAndWhite(*page);
  return page;
}

class PdfDocument : public Document {
 public:
  PdfDocument(Bytes bytes, LoadLimits limits) : bytes_(bytes), limits_(limits) {
    pdf_.setSuppressWarnings(true);
  }

  // Throws as qpdf does.
  void Read() {
    pdf_.processMemoryFile("pdf", reinterpret_cast<const char*>(bytes_.data()),
                           bytes_.size());
    pages_ = pdf_.getAllPages();
    repaired_ = pdf_.anyWarnings();
  }
  bool repaired() const { return repaired_; }

  std::string MediaType() const override { return "application/pdf"; }
  int PageCount() const override { return static_cast<int>(pages_.size()); }

  Result<PageImage> Page(int number) const override {
    const PdfPage page =
        ReadPdfPage(pages_[static_cast<std::size_t>(number - 1)]);
    if (const auto only = OnlyImage(page)) {
      auto taken = TakeOut(page, *only);
      if (!taken) return Fail(taken.error());
      if (*taken) return std::move(**taken);
    }
    return Draw(page, number);
  }

 private:
  // Empty where the image does not stand for the page.
  Result<std::optional<PageImage>> TakeOut(const PdfPage& page,
                                           const PlacedImage& placed) const {
    using Taken = std::optional<PageImage>;
    QPDFObjectHandle image = pdf_.getObject(placed.object, placed.generation);
    if (!image.isStream() || HasMask(image)) return Taken();
    const bool is_mask = IsTrue(image.getDict().getKey("/ImageMask"));
    if (is_mask && !placed.black_fill) return Taken();
    auto read = ReadPdfImage(image, limits_);
    if (!read) return Fail(read.error());
    if (!*read) {
      auto alone = DrawAlone(image, limits_);
      if (!alone) return Fail(alone.error());
      *read = std::move(*alone);
    }
    PageImage& pixels = **read;
    SetResolution(ResolutionOf(placed.placement, pixels.width_px,
                               pixels.height_px, page.user_unit),
                  &pixels);
    return Taken(Oriented(std::move(pixels),
                          OrientationOf(placed.placement, page.rotation)));
  }

  Result<PageImage> Draw(const PdfPage& page, int number) const {
    if (!OpenRenderer()) {
      return Fail(ErrorCode::kDocumentDamaged, "page",
                  "the PDF cannot be drawn; print it to a new PDF");
    }
    const double dpi = RenderDpi(page);
    const bool colour = page.content.colour || page.annotated;
    auto drawn = renderer_->Render(
        number, dpi * page.user_unit,
        colour ? PixelFormat::kRgb24 : PixelFormat::kGray8, limits_);
    if (drawn) drawn->dpi_x = drawn->dpi_y = dpi;
    return drawn;
  }

  // Both libraries must see the same pages: what qpdf had to repair, poppler
  // gets from qpdf.
  bool OpenRenderer() const {
    if (renderer_ != nullptr) return true;
    if (!repaired_) renderer_ = PdfRenderer::Open(bytes_);
    if (renderer_ == nullptr || renderer_->PageCount() != PageCount()) {
      renderer_.reset();
      rewritten_ = Rewritten(&pdf_);
      renderer_ = PdfRenderer::Open(BytesOf(rewritten_));
    }
    if (renderer_ != nullptr && renderer_->PageCount() != PageCount()) {
      renderer_.reset();
    }
    return renderer_ != nullptr;
  }

  Bytes bytes_;
  LoadLimits limits_;
  bool repaired_ = false;
  // Both read lazily.
  mutable QPDF pdf_;
  std::vector<QPDFObjectHandle> pages_;
  mutable std::string rewritten_;
  mutable std::unique_ptr<PdfRenderer> renderer_;
};

// A whole file ends with an end mark; objects after the last one, or none at
// all, mean that the rest is missing.
bool EndsTooEarly(Bytes bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                              bytes.size());
  const auto end = text.rfind("%%EOF");
  if (end == std::string_view::npos) return true;
  const auto object = text.rfind(" obj");
  return object != std::string_view::npos && object > end;
}

Failure Damaged(Bytes bytes) {
  if (EndsTooEarly(bytes)) {
    return Fail(ErrorCode::kFileTruncated, "file",
                "the PDF ends too early; copy or scan it again");
  }
  return Fail(ErrorCode::kDocumentDamaged, "file",
              "the structure of the PDF cannot be followed; print it to a "
              "new PDF or scan it again");
}

Failure Encrypted() {
  return Fail(ErrorCode::kEncrypted, "file",
              "the PDF opens with a password only; save it without one");
}

}  // namespace

Result<std::unique_ptr<Document>> OpenPdf(Bytes bytes,
                                          const LoadLimits& limits) {
  auto document = std::make_unique<PdfDocument>(bytes, limits);
  try {
    document->Read();
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) return Encrypted();
    return Damaged(bytes);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return Damaged(bytes);
  }
  if (document->repaired() &&
      (document->PageCount() == 0 || EndsTooEarly(bytes))) {
    return Damaged(bytes);
  }
  const Status pages = CheckPageCount(document->PageCount(), limits);
  if (!pages) return Fail(pages.error());
  return std::unique_ptr<Document>(std::move(document));
}

}  // namespace donthu
