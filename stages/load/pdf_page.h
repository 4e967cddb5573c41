// What of a PDF page decides how it becomes pixels.
#pragma once

#include <optional>

#include "models/geometry.h"
#include "stages/load/pdf_content.h"

class QPDFObjectHandle;

namespace donthu {

struct PdfPage {
  Rect crop;               // in points; empty where it cannot be told
  int rotation = 0;        // /Rotate: clockwise, 0, 90, 180 or 270
  double user_unit = 1.0;  // points of this page in 1/72 inch
  bool annotated = false;  // an annotation may be seen
  PageContent content;
};

PdfPage ReadPdfPage(const QPDFObjectHandle& page, const LoadLimits& limits);

// The only thing painted, where it covers at least 95 % of the crop box,
// upright or in quarter turns, and is not itself cut off.
std::optional<PlacedImage> OnlyImage(const PdfPage& page);

// At which resolution to draw a page that is not one image: that of its finest
// image, 150 to 600; 300 where there is none, and at least 300 where there is
// visible text.
double RenderDpi(const PdfPage& page);

// From pixels of the scan, as load gives it, to points of user space: where
// the image stands for the page, and where the page was drawn at `dpi`.
Homography FromTakenScan(const PdfPage& page, const PlacedImage& image);
Homography FromDrawnScan(const PdfPage& page, double dpi);

}  // namespace donthu
