// load: bytes of a file to pixels of a page.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "models/encoded_page.h"
#include "models/page_image.h"
#include "models/result.h"

namespace donthu {

class PdfRenderer;

// Whether the fonts of this machine can be opened: a sandbox may forbid it.
enum class SystemFonts { kReadable, kClosed };

// Checked before anything of that size is allocated or followed. A message
// names the key of the configuration that sets the limit.
struct LoadLimits {
  int max_pages = 2000;                   // of one file: limits.max_pages
  std::int64_t max_pixels = 250'000'000;  // of one page: limits.max_megapixels
  int max_pdf_objects = 1'000'000;        // of one PDF: limits.max_pdf_objects
  // What one stream of a PDF that is no image may unpack to, and all the
  // content of one page: limits.max_stream_mb.
  std::int64_t max_stream_bytes = std::int64_t{256} << 20;
  SystemFonts system_fonts = SystemFonts::kReadable;
};

// An opened file; keeps its bytes mapped. Not thread-safe.
class Document {
 public:
  virtual ~Document() = default;
  virtual std::string MediaType() const = 0;  // "image/tiff"
  virtual int PageCount() const = 0;          // at least 1
  // `number` from 1 to PageCount().
  virtual Result<PageImage> Page(int number) const = 0;
  // The page in the file's own bytes, for copies; kPixels where there is
  // nothing to take over. Fails as Page() does.
  virtual Result<EncodedPage> Stored(int number) const;
  // All of the file; empty where the bytes are of no use to a copy.
  virtual std::string_view FileBytes() const { return {}; }
};

// PDF, TIFF, JPEG, PNG, WebP, JPEG 2000, HEIC: told by content, never by
// name.
//
// Thread-safe: Open() and Run() are const and keep nothing; WarmUp() comes
// before them.
class Load {
 public:
  static constexpr std::string_view kName = "load";
  struct Input {
    const Document& document;
    int page = 1;  // 1-based
  };
  using Output = PageImage;

  explicit Load(LoadLimits limits) : limits_(limits) {}

  // Has the libraries open now what they open late: the configuration and
  // the list of fonts. Before a sandbox closes them. It counts as long as this
  // lives: poppler lets go of its tables with the last document, and would
  // look through folders again for the next. Fails with kInternal.
  Status WarmUp();

  // Reads from the start of a regular file; `descriptor` stays the caller's
  // and may be closed once this returns. Fails with kFileEmpty,
  // kFormatUnsupported, kFileTruncated, kEncrypted, kNoPages, kTooManyPages,
  // kTooManyObjects, kDocumentDamaged, kImageUnreadable, kOutOfMemory.
  Result<std::unique_ptr<Document>> Open(int descriptor) const;

  // Fails with kTooManyPixels before it allocates, kStreamTooLarge,
  // kImageUnreadable (also where text needs a font that is neither in the
  // file nor readable), kFileTruncated, kDocumentDamaged, kOutOfMemory.
  Result<Output> Run(Input input) const;

  // Document::Stored(). Fails as Run() does.
  Result<EncodedPage> Stored(Input input) const;

 private:
  LoadLimits limits_;
  std::shared_ptr<const PdfRenderer> warm_;
};

}  // namespace donthu
