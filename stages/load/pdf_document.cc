#include "stages/load/pdf_document.h"

#include <algorithm>
#include <array>
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
#include "stages/load/pdf_checks.h"
#include "stages/load/pdf_colour.h"
#include "stages/load/pdf_image.h"
#include "stages/load/pdf_page.h"
#include "stages/load/pdf_render.h"
#include "stages/load/resolution.h"

namespace donthu {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kAfterObjects = {"%%EOF"sv, "startxref"sv, "trailer"sv};

// Of the text of one page; a letter has less than a thousand.
constexpr std::size_t kMostWords = 20000;

Bytes BytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// poppler believes /Count, and gives up a tree that goes wrong; qpdf's list of
// pages is as good as the file allows.
void FlattenTree(QPDF* pdf, const std::vector<QPDFObjectHandle>& pages) {
  pdf->pushInheritedAttributesToPage();
  QPDFObjectHandle tree =
      pdf->makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Pages >>"));
  for (QPDFObjectHandle page : pages) {
    if (page.isDictionary()) page.replaceKey("/Parent", tree);
  }
  tree.replaceKey("/Kids", QPDFObjectHandle::newArray(pages));
  tree.replaceKey("/Count", QPDFObjectHandle::newInteger(
                                static_cast<long long>(pages.size())));
  pdf->getRoot().replaceKey("/Pages", tree);
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
Result<PageImage> DrawAlone(QPDFObjectHandle image, const LoadLimits& limits,
                            SoundObjects* objects) {
  const auto sound = CheckDrawn(image, limits, objects);
  if (!sound) return Fail(sound.error());
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

  // Throws as qpdf does; what it gives back is a limit that is passed.
  Status Read() {
    pdf_.processMemoryFile("pdf", reinterpret_cast<const char*>(bytes_.data()),
                           bytes_.size());
    if (auto objects = CheckObjects(pdf_, limits_); !objects) return objects;
    if (auto tree = CheckPageTree(pdf_, limits_); !tree) return tree;
    pages_ = pdf_.getAllPages();
    repaired_ = pdf_.anyWarnings();
    if (HasRunawayForm(pdf_)) DropForm();
    return Done{};
  }
  bool repaired() const { return repaired_; }

  std::string MediaType() const override { return "application/pdf"; }
  int PageCount() const override { return static_cast<int>(pages_.size()); }

  Result<EncodedPage> Stored(int number) const override {
    const QPDFObjectHandle& handle =
        pages_[static_cast<std::size_t>(number - 1)];
    const PdfPage page = ReadPdfPage(handle, limits_);
    EncodedPage stored;
    stored.coding = PageCoding::kPdfPage;
    stored.pdf.number = number;
    stored.pdf.annotated = page.annotated;
    const auto only = OnlyImage(page);
    if (only && StandsForPage(*only)) {
      SetImage(page, *only, &stored);
      return stored;
    }
    // What is copied leads from object to object, as what is drawn does.
    const auto sound = CheckPage(handle, limits_, &sound_);
    if (!sound) return Fail(sound.error());
    stored.from_scan = FromDrawnScan(page, RenderDpi(page));
    if (OpenRenderer()) stored.pdf.own_text = renderer_->Text(number);
    return stored;
  }

  Result<PageImage> Page(int number) const override {
    const PdfPage page =
        ReadPdfPage(pages_[static_cast<std::size_t>(number - 1)], limits_);
    if (const auto only = OnlyImage(page)) {
      auto taken = TakeOut(page, *only);
      if (!taken) return Fail(taken.error());
      if (*taken) return std::move(**taken);
    }
    return Draw(page, number);
  }

 private:
  bool StandsForPage(const PlacedImage& placed) const {
    QPDFObjectHandle image = pdf_.getObject(placed.object, placed.generation);
    if (!image.isStream() || HasMask(image)) return false;
    return placed.black_fill || !IsTrue(image.getDict().getKey("/ImageMask"));
  }

  static void SetImage(const PdfPage& page, const PlacedImage& image,
                       EncodedPage* stored) {
    const Matrix& p = image.placement;
    stored->width_px = image.width_px;
    stored->height_px = image.height_px;
    stored->pdf.image_object = image.object;
    stored->pdf.image_generation = image.generation;
    stored->pdf.placement = {p.a, p.b, p.c, p.d, p.e, p.f};
    stored->from_scan = FromTakenScan(page, image);
  }

  // Empty where the image does not stand for the page.
  Result<std::optional<PageImage>> TakeOut(const PdfPage& page,
                                           const PlacedImage& placed) const {
    using Taken = std::optional<PageImage>;
    if (!StandsForPage(placed)) return Taken();
    QPDFObjectHandle image = pdf_.getObject(placed.object, placed.generation);
    auto read = ReadPdfImage(image, limits_);
    if (!read) return Fail(read.error());
    if (!*read) {
      auto alone = DrawAlone(image, limits_, &sound_);
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
    const auto sound = CheckPage(pages_[static_cast<std::size_t>(number - 1)],
                                 limits_, &sound_);
    if (!sound) return Fail(sound.error());
    if (!OpenRenderer()) {
      return Fail(ErrorCode::kDocumentDamaged, "page",
                  "the PDF cannot be drawn; print it to a new PDF");
    }
    if (limits_.system_fonts == SystemFonts::kClosed &&
        page.content.visible_text && renderer_->NeedsSystemFont(number)) {
      return Fail(ErrorCode::kImageUnreadable, "page",
                  "its text needs a font that is not in the file, and without "
                  "Landlock a worker opens none; print it to a new PDF with "
                  "its fonts, or use a kernel that has Landlock");
    }
    const double dpi = RenderDpi(page);
    const bool colour = page.content.colour || page.annotated;
    auto drawn = renderer_->Render(
        number, dpi * page.user_unit,
        colour ? PixelFormat::kRgb24 : PixelFormat::kGray8, limits_);
    if (!drawn) return drawn;
    drawn->dpi_x = drawn->dpi_y = dpi;
    if (page.content.visible_text) {
      drawn->words = renderer_->Words(number, dpi * page.user_unit, kMostWords);
    }
    return drawn;
  }

  // Fields that were filled in keep their looks, which are the page's own.
  void DropForm() {
    pdf_.getRoot().removeKey("/AcroForm");
    changed_ = true;
  }

  // Both libraries must see the same pages: what qpdf had to repair, poppler
  // gets from qpdf.
  bool OpenRenderer() const {
    if (renderer_ != nullptr) return true;
    if (!repaired_ && !changed_) renderer_ = PdfRenderer::Open(bytes_);
    if (renderer_ == nullptr || renderer_->PageCount() != PageCount()) {
      renderer_.reset();
      FlattenTree(&pdf_, pages_);
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
  bool changed_ = false;  // by us: poppler must not see the file's bytes
  // Both read lazily.
  mutable QPDF pdf_;
  std::vector<QPDFObjectHandle> pages_;
  mutable std::string rewritten_;
  mutable std::unique_ptr<PdfRenderer> renderer_;
  mutable SoundObjects sound_;
};

// Without one there is nothing to follow, but qpdf's search for one takes time
// that grows with the square of the file.
bool HasObject(Bytes bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                              bytes.size());
  return text.find("obj") != std::string_view::npos;
}

// The trailer is written after every object: without one after the last, the
// rest is missing. An end mark that alone is missing takes nothing along.
bool EndsTooEarly(Bytes bytes) {
  std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                        bytes.size());
  const auto object = text.rfind(" obj");
  if (object != std::string_view::npos) text.remove_prefix(object);
  return std::none_of(kAfterObjects.begin(), kAfterObjects.end(),
                      [&](std::string_view mark) {
                        return text.find(mark) != std::string_view::npos;
                      });
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
  if (!HasObject(bytes)) return Damaged(bytes);
  auto document = std::make_unique<PdfDocument>(bytes, limits);
  try {
    if (auto read = document->Read(); !read) return Fail(read.error());
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
