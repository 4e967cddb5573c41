// PDFs as scanners make them: one image a page, its stream as encoded.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"

namespace donthu::samples {

struct PdfImage {
  std::string bytes;   // of the stream
  std::string filter;  // "/DCTDecode"; empty: raw samples, deflated here
  int width_px = 0;
  int height_px = 0;
  int components = 1;  // 1 or 3
  int bits = 8;
  bool black_is_one = false;  // CCITT only
  double width_pt = 0.0;      // of the page
  double height_pt = 0.0;
};

// Fails with kInternal where qpdf refuses.
Result<std::string> WritePdf(const std::vector<PdfImage>& images);

}  // namespace donthu::samples
