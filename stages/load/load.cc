#include "stages/load/load.h"

#include <exception>
#include <new>
#include <utility>

#include "stages/load/format.h"
#include "stages/load/heif.h"
#include "stages/load/image_document.h"
#include "stages/load/mapped_file.h"
#include "stages/load/pdf_document.h"
#include "stages/load/pdf_render.h"
#include "stages/load/samples.h"
#include "stages/load/tiff.h"

namespace donthu {
namespace {

// Keeps the mapping for as long as the document that reads it.
class MappedDocument : public Document {
 public:
  MappedDocument(std::unique_ptr<MappedFile> file,
                 std::unique_ptr<Document> document)
      : file_(std::move(file)), document_(std::move(document)) {}

  std::string MediaType() const override { return document_->MediaType(); }
  int PageCount() const override { return document_->PageCount(); }
  Result<PageImage> Page(int number) const override {
    return document_->Page(number);
  }
  Result<EncodedPage> Stored(int number) const override {
    return document_->Stored(number);
  }
  std::string_view FileBytes() const override {
    const Bytes bytes = file_->bytes();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }

 private:
  std::unique_ptr<MappedFile> file_;
  std::unique_ptr<Document> document_;
};

Result<std::unique_ptr<Document>> OpenFormat(FileFormat format, Bytes bytes,
                                             const LoadLimits& limits) {
  switch (format) {
    case FileFormat::kPdf:
      return OpenPdf(bytes, limits);
    case FileFormat::kTiff:
      return OpenTiff(bytes, limits);
    case FileFormat::kHeif:
      return OpenHeif(bytes, limits);
    default:
      return OpenImage(format, bytes, limits);
  }
}

Error WithPage(Error error, int page) {
  error.subject = "page " + std::to_string(page);
  return error;
}

bool HasPage(const Document& document, int page) {
  return page >= 1 && page <= document.PageCount();
}

Failure NoSuchPage(int page) {
  return Fail(ErrorCode::kInternal, "page " + std::to_string(page),
              "the document has no such page");
}

// A word in a font that is not in the file. poppler finds the objects by
// itself: there is no table of them.
constexpr std::string_view kWarmUpPdf =
    "%PDF-1.4\n"
    "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
    "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] /Contents 4 0 R "
    "/Resources <</Font <</F 5 0 R>>>>>> endobj\n"
    "4 0 obj <</Length 33>> stream\n"
    "BT /F 12 Tf 9 30 Td (word) Tj ET\nendstream endobj\n"
    "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n"
    "trailer <</Root 1 0 R>>\n%%EOF\n";

// Foreign code may throw; nothing leaves the stage but a Result.
template <typename T, typename Work>
Result<T> Guarded(ErrorCode code, Work work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return Fail(
        ErrorCode::kOutOfMemory, "file",
        "it needs more memory than limits.worker_memory_mb allows; scan it "
        "at a lower resolution");
  } catch (const std::exception&) {
    return Fail(code, "file", "its decoder gave up; scan or print it again");
  }
}

}  // namespace

Result<EncodedPage> Document::Stored(int) const { return EncodedPage(); }

Status Load::WarmUp() {
  return Guarded<Done>(ErrorCode::kInternal, [this]() -> Status {
    std::shared_ptr<const PdfRenderer> renderer = PdfRenderer::Open(
        {reinterpret_cast<const std::uint8_t*>(kWarmUpPdf.data()),
         kWarmUpPdf.size()});
    if (renderer == nullptr) {
      return Fail(ErrorCode::kInternal, "poppler", "cannot draw a page");
    }
    const auto page =
        renderer->Render(1, 72.0, PixelFormat::kGray8, LoadLimits());
    if (!page) return Fail(page.error());
    warm_ = std::move(renderer);
    return Done{};
  });
}

Result<std::unique_ptr<Document>> Load::Open(int descriptor) const {
  using Opened = std::unique_ptr<Document>;
  return Guarded<Opened>(ErrorCode::kDocumentDamaged, [&]() -> Result<Opened> {
    auto file = MappedFile::Map(descriptor);
    if (!file) return Fail(file.error());
    const Bytes bytes = (*file)->bytes();
    const auto format = DetectFormat(bytes);
    if (!format) return Fail(format.error());
    auto document = OpenFormat(*format, bytes, limits_);
    if (!document) return Fail(document.error());
    return Opened(std::make_unique<MappedDocument>(std::move(*file),
                                                   std::move(*document)));
  });
}

Result<Load::Output> Load::Run(Input input) const {
  if (!HasPage(input.document, input.page)) return NoSuchPage(input.page);
  auto page = Guarded<Output>(ErrorCode::kImageUnreadable,
                              [&] { return input.document.Page(input.page); });
  if (!page) return Fail(WithPage(page.error(), input.page));
  DropNeutralColour(&*page);
  return page;
}

Result<EncodedPage> Load::Stored(Input input) const {
  if (!HasPage(input.document, input.page)) return NoSuchPage(input.page);
  auto page = Guarded<EncodedPage>(ErrorCode::kImageUnreadable, [&] {
    return input.document.Stored(input.page);
  });
  if (!page) return Fail(WithPage(page.error(), input.page));
  return page;
}

}  // namespace donthu
