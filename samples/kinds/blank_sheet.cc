#include "samples/kinds/blank_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "models/paper.h"
#include "samples/conditions/old_paper.h"
#include "samples/conditions/raster.h"
#include "samples/paper/canvas.h"

namespace donthu::samples {
namespace {

double PixelsPerMm(const PageImage& sheet) { return sheet.dpi_x / kMmPerInch; }

PageImage White(const PageImage& like) {
  PageImage sheet = like;
  std::fill(sheet.pixels.begin(), sheet.pixels.end(), std::uint8_t{255});
  return sheet;
}

void Put(PageImage& sheet, int x, int y, int tone) {
  if (x < 0 || y < 0 || x >= sheet.width_px || y >= sheet.height_px) return;
  std::uint8_t* pixel =
      &sheet.pixels[(static_cast<std::size_t>(y) *
                         static_cast<std::size_t>(sheet.width_px) +
                     static_cast<std::size_t>(x)) *
                    3];
  std::fill_n(pixel, 3, static_cast<std::uint8_t>(tone));
}

void ShineThrough(PageImage& sheet, const PageImage& back, Rng& rng) {
  PageImage shine = ToGray(back);
  Blur(shine, rng.Between(1.2, 2.6) * sheet.dpi_x / 300.0);
  const double share = rng.Between(0.08, 0.24);
  for (int y = 0; y < sheet.height_px; ++y) {
    for (int x = 0; x < sheet.width_px; ++x) {
      const std::uint8_t behind =
          shine.pixels[static_cast<std::size_t>(y) *
                           static_cast<std::size_t>(sheet.width_px) +
                       static_cast<std::size_t>(sheet.width_px - 1 - x)];
      Put(sheet, x, y, static_cast<int>(255 - share * (255 - behind)));
    }
  }
}

// ISO 838: 6 mm wide, 12 mm from the edge, 80 mm apart.
void Punch(PageImage& sheet, Rng& rng) {
  const int tone = rng.Chance(0.5) ? rng.Whole(5, 40) : rng.Whole(90, 190);
  const int count = rng.Chance(0.7) ? 2 : 4;
  const double radius = rng.Between(2.5, 3.2) * PixelsPerMm(sheet);
  const double x0 = rng.Between(10.0, 14.0) * PixelsPerMm(sheet);
  for (int i = 0; i < count; ++i) {
    const double y0 = sheet.height_px / 2.0 +
                      (i - (count - 1) / 2.0) * 80 * PixelsPerMm(sheet);
    for (int y = static_cast<int>(y0 - radius); y <= y0 + radius; ++y) {
      for (int x = static_cast<int>(x0 - radius); x <= x0 + radius; ++x) {
        if (std::hypot(x - x0, y - y0) <= radius) Put(sheet, x, y, tone);
      }
    }
  }
}

Status Number(PageImage& sheet, Rng& rng) {
  auto canvas = Canvas::Open(sheet.dpi_x);
  if (!canvas) return Fail(canvas.error());
  std::string number = std::to_string(rng.Whole(2, 24));
  if (rng.Chance(0.25)) number = "- " + number + " -";
  if (rng.Chance(0.15)) number += "/" + std::to_string(rng.Whole(25, 40));
  StampText place;
  place.size_pt = rng.Between(9.0, 14.0);
  place.x_pt = rng.Chance(0.75) ? kPageWidthPt / 2 : kPageWidthPt - 60;
  place.y_pt = rng.Chance(0.5) ? rng.Between(30.0, 55.0)
                               : kPageHeightPt - rng.Between(25.0, 50.0);
  const Typeface face = rng.Chance(0.7) ? Typeface::kSerif : Typeface::kSans;
  const auto put = canvas->Text(face, number, place, kBlack);
  if (!put) return put;
  sheet = canvas->Take();
  return Done{};
}

// The lid beside a sheet that lay a little askew.
void Edges(PageImage& sheet, Rng& rng) {
  const int sides = rng.Whole(1, 15);  // one bit a side
  const double near = rng.Between(1.0, 9.0) * PixelsPerMm(sheet);
  const double far = near + rng.Between(-4.0, 6.0) * PixelsPerMm(sheet);
  const int tone = rng.Whole(5, 60);
  const auto band = [&](double along) { return near + (far - near) * along; };
  for (int y = 0; y < sheet.height_px; ++y) {
    const double down = double{1.0} * y / sheet.height_px;
    for (int x = 0; x < sheet.width_px; ++x) {
      const double across = double{1.0} * x / sheet.width_px;
      const bool lid = ((sides & 1) != 0 && x < band(down)) ||
                       ((sides & 2) != 0 && sheet.width_px - x < band(down)) ||
                       ((sides & 4) != 0 && y < band(across)) ||
                       ((sides & 8) != 0 && sheet.height_px - y < band(across));
      if (lid) Put(sheet, x, y, tone);
    }
  }
}

}  // namespace

Result<PageImage> BlankSheet(BlankMark mark, const PageImage& back, Rng rng) {
  PageImage sheet = White(back);
  switch (mark) {
    case BlankMark::kNothing:
      break;
    case BlankMark::kBleedThrough:
      ShineThrough(sheet, back, rng);
      break;
    case BlankMark::kHoles:
      Punch(sheet, rng);
      break;
    case BlankMark::kStains:
      Age(sheet, rng.Chance(0.5) ? back : White(back), rng.Fork("age"));
      break;
    case BlankMark::kNumber: {
      const auto put = Number(sheet, rng);
      if (!put) return Fail(put.error());
      break;
    }
    case BlankMark::kEdges:
      Edges(sheet, rng);
      break;
  }
  return sheet;
}

}  // namespace donthu::samples
