// Lines of print as the engine is shown them, each with its true text: what
// its model is learnt from.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"

namespace donthu::bench {

struct LineImage {
  PageImage image;   // kGray8
  std::string text;  // NFC, one line
};

// Finds the lines of pages as Tesseract does. Not thread-safe.
class LineFinder {
 public:
  virtual ~LineFinder() = default;
  // Lines of `shown`, cut as the engine cuts them for its own recognition: from
  // the row's descenders to its ascenders, four pixels around; what it reads
  // there as text. Fails with kOcrFailed.
  virtual Result<std::vector<LineImage>> Find(const PageImage& shown) = 0;
};

// Tesseract with Debian's `vie`. Fails with kModelMissing.
Result<std::unique_ptr<LineFinder>> OpenLineFinder();

// `read` with the line of `truth` (UTF-8, a printed line a line) instead of
// what was read: that which it is least far from. Lines that are too far from
// all are left out: a part of a line, two in one, what is no text of the
// letter.
std::vector<LineImage> WithTruth(std::vector<LineImage> read,
                                 std::string_view truth);

// The file that lstmtraining reads (`.lstmf`): Tesseract 5's DocumentData.
// Fails with kFileUnreadable where it cannot be written.
Status WriteLines(const std::vector<LineImage>& lines,
                  const std::filesystem::path& file);

}  // namespace donthu::bench
