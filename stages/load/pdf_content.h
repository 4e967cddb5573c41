// What a PDF page paints, read from its content stream.
#pragma once

#include <vector>

#include "stages/load/load.h"
#include "stages/load/pdf_geometry.h"

class QPDFObjectHandle;

namespace donthu {

struct PlacedImage {
  int object = 0;  // number and generation of the image's stream; 0: inline
  int generation = 0;
  int width_px = 0;
  int height_px = 0;
  Matrix placement;
  Rect clip;               // the part of the page left to paint on
  bool black_fill = true;  // what an image mask is painted with
};

struct PageContent {
  std::vector<PlacedImage> images;
  // Something other than images and invisible text is painted, or something
  // was met that is not understood.
  bool other_marks = false;
  bool visible_text = false;
  // False only where nothing but black, white and gray can come out.
  bool colour = false;
};

// `page` is a page dictionary. Follows forms; a page of more than 300,000
// operators, 3,000,000 objects or 1,000 forms counts as not understood, and so
// does one with more content than `limits` allow, of which nothing is read.
PageContent ReadPageContent(const QPDFObjectHandle& page,
                            const LoadLimits& limits);

}  // namespace donthu
