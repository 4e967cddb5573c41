// Pages drawn by poppler.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

class PdfRenderer {
 public:
  // Null where poppler cannot open the document without a password. `bytes`
  // must outlive the renderer. Silences poppler for the process.
  static std::unique_ptr<PdfRenderer> Open(Bytes bytes);

  virtual ~PdfRenderer() = default;
  virtual int PageCount() const = 0;
  // Whether text of the page, seen or not, names a font that the file does
  // not hold; `number` from 1.
  virtual bool NeedsSystemFont(int number) const = 0;

  // The text that the page holds, seen or not, UTF-8, as its fonts map it;
  // `number` from 1.
  virtual std::string Text(int number) const = 0;

  // The same in words, each where it stands in pixels of Render() at `dpi`, at
  // most `most`; `number` from 1.
  virtual std::vector<NamedWord> Words(int number, double dpi,
                                       std::size_t most) const = 0;

  // The crop box at `dpi`, where 72 is one pixel a point, turned by /Rotate,
  // with annotations; `number` from 1. The resolution is not set. Fails with
  // kTooManyPixels before it allocates, kImageUnreadable.
  virtual Result<PageImage> Render(int number, double dpi, PixelFormat format,
                                   const LoadLimits& limits) const = 0;
};

}  // namespace donthu
