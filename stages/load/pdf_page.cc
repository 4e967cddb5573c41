#include "stages/load/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "stages/load/pdf_colour.h"

namespace donthu {
namespace {

constexpr double kLeastCover = 0.95;
// A scan hangs over the page's edge by rounding; more is cropping, and what
// was cropped must not come back.
constexpr double kLeastVisible = 0.98;
constexpr double kLowestDpi = 150.0;
constexpr double kTextDpi = 300.0;
constexpr double kHighestDpi = 600.0;
// A smaller image is a logo or a mark; it does not decide for the page.
constexpr double kLeastShare = 0.002;

Rect RectOf(QPDFObjectHandle box) {
  if (!box.isRectangle()) return {};
  const auto r = box.getArrayAsRectangle();
  return {std::min(r.llx, r.urx), std::min(r.lly, r.ury),
          std::max(r.llx, r.urx), std::max(r.lly, r.ury)};
}

Rect CropOf(QPDFPageObjectHelper page) {
  const Rect media = RectOf(page.getAttribute("/MediaBox", false));
  const Rect crop = RectOf(page.getAttribute("/CropBox", false));
  if (AreaOf(crop) == 0.0) return media;
  return Intersection(crop, media);
}

int RotationOf(QPDFPageObjectHelper page) {
  const int degrees = IntegerOf(page.getAttribute("/Rotate", false));
  return degrees % 90 == 0 ? (degrees % 360 + 360) % 360 : 0;
}

double UserUnitOf(QPDFObjectHandle page) {
  QPDFObjectHandle unit = page.getKey("/UserUnit");
  if (!unit.isNumber()) return 1.0;
  const double value = unit.getNumericValue();
  return value > 0.0 && value < 1e4 ? value : 1.0;
}

// Links and pop-ups leave no mark of their own on the page.
bool MayBeSeen(QPDFObjectHandle annotation) {
  constexpr int kHidden = 2;
  constexpr int kNoView = 32;
  if (!annotation.isDictionary()) return false;
  QPDFObjectHandle subtype = annotation.getKey("/Subtype");
  const bool empty_link =
      subtype.isNameAndEquals("/Link") && annotation.getKey("/AP").isNull();
  if (empty_link || subtype.isNameAndEquals("/Popup")) return false;
  return (IntegerOf(annotation.getKey("/F")) & (kHidden | kNoView)) == 0;
}

bool IsAnnotated(QPDFObjectHandle page) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return false;
  const auto items = annotations.getArrayAsVector();
  return std::any_of(items.begin(), items.end(), MayBeSeen);
}

}  // namespace

PdfPage ReadPdfPage(const QPDFObjectHandle& page, const LoadLimits& limits) {
  const QPDFPageObjectHelper helper(page);
  PdfPage facts;
  facts.crop = CropOf(helper);
  facts.rotation = RotationOf(helper);
  facts.user_unit = UserUnitOf(page);
  facts.annotated = IsAnnotated(page);
  facts.content = ReadPageContent(page, limits);
  return facts;
}

std::optional<PlacedImage> OnlyImage(const PdfPage& page) {
  const PageContent& content = page.content;
  if (content.other_marks || page.annotated || content.images.size() != 1) {
    return std::nullopt;
  }
  const PlacedImage& image = content.images.front();
  const Rect placed = Bounds(kUnitSquare, image.placement);
  const double visible =
      AreaOf(Intersection(Intersection(placed, image.clip), page.crop));
  const double crop = AreaOf(page.crop);
  if (crop == 0.0 || visible < kLeastCover * crop ||
      visible < kLeastVisible * AreaOf(placed) ||
      !IsAxisAligned(image.placement, std::max(1, image.width_px),
                     std::max(1, image.height_px))) {
    return std::nullopt;
  }
  return image;
}

double RenderDpi(const PdfPage& page) {
  double finest = 0.0;
  for (const PlacedImage& image : page.content.images) {
    const double area = AreaOf(Bounds(kUnitSquare, image.placement));
    if (area < kLeastShare * AreaOf(page.crop)) continue;
    const Resolution resolution = ResolutionOf(image.placement, image.width_px,
                                               image.height_px, page.user_unit);
    finest = std::max({finest, resolution.x_dpi, resolution.y_dpi});
  }
  if (finest == 0.0) return kTextDpi;
  const double lowest = page.content.visible_text ? kTextDpi : kLowestDpi;
  return std::clamp(finest, lowest, kHighestDpi);
}

Homography FromTakenScan(const PdfPage& page, const PlacedImage& image) {
  const Matrix& p = image.placement;
  const double width = image.width_px;
  const double height = image.height_px;
  // Rows count down from the top of the unit square.
  const Homography to_points{{p.a / width, -p.c / height, p.c + p.e,
                              p.b / width, -p.d / height, p.d + p.f, 0, 0, 1}};
  return Compose(to_points, ToStored(OrientationOf(p, page.rotation),
                                     image.width_px, image.height_px));
}

Homography FromDrawnScan(const PdfPage& page, double dpi) {
  const double step = 72.0 / (dpi * page.user_unit);
  const Rect& crop = page.crop;
  switch (page.rotation) {
    case 90:
      return {{0, step, crop.left, step, 0, crop.bottom, 0, 0, 1}};
    case 180:
      return {{-step, 0, crop.right, 0, step, crop.bottom, 0, 0, 1}};
    case 270:
      return {{0, -step, crop.right, -step, 0, crop.top, 0, 0, 1}};
    default:
      return {{step, 0, crop.left, 0, -step, crop.top, 0, 0, 1}};
  }
}

}  // namespace donthu
