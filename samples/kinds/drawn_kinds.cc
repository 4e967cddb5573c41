#include "samples/kinds/drawn_kinds.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "samples/conditions/condition.h"
#include "samples/conditions/old_paper.h"
#include "samples/conditions/raster.h"
#include "samples/conditions/scan.h"
#include "samples/draw_letter.h"
#include "samples/kinds/blank_sheet.h"
#include "samples/kinds/pen.h"
#include "samples/kinds/sheets.h"
#include "samples/paper/layout.h"
#include "samples/write_samples.h"

namespace donthu::samples {
namespace {

using Letters = std::vector<SampleLetter>;

// A machine that scans, and at what resolution its sheet is drawn. None is a
// camera: the desk is the page finder's matter.
struct Machine {
  std::string name;
  CaptureKind capture = CaptureKind::kFlatGray;
  double dpi = kSheetDpi;
};

// Mostly coarse ones: a page takes a quarter of the time.
Machine AnyMachine(Rng rng) {
  const double kind = rng.Unit();
  if (kind < 0.12) return {"fax", CaptureKind::kFax, 200.0};
  if (kind < 0.20) return {"low_resolution", CaptureKind::kLowResolution};
  const double fine = rng.Unit();
  const double dpi = fine < 0.7 ? 150.0 : fine < 0.85 ? 200.0 : kSheetDpi;
  if (kind < 0.35) return {"skewed", CaptureKind::kSkewed, dpi};
  if (kind < 0.45) return {"flat_colour", CaptureKind::kFlatColour, dpi};
  return {"flat_gray", CaptureKind::kFlatGray, dpi};
}

PageImage Captured(const Machine& machine, const PageImage& sheet, Rng rng) {
  switch (machine.capture) {
    case CaptureKind::kFax:
      return ScanFax(sheet, rng).image;
    case CaptureKind::kLowResolution:
      return ScanLowResolution(sheet, rng).image;
    case CaptureKind::kSkewed:
      return ScanSkewed(sheet, rng).image;
    case CaptureKind::kFlatColour:
      return ScanFlat(sheet, Colour::kColour, rng).image;
    default:
      return ScanFlat(sheet, Colour::kGray, rng).image;
  }
}

Result<DrawnKind> OfLetter(const Letters& letters, const Condition& condition,
                           Rng rng) {
  const SampleLetter* letter = &AnyOf(letters, rng);
  for (int i = 0; i < 200 && FitOf(condition, *letter) != Fit::kSuits; ++i) {
    letter = &AnyOf(letters, rng);
  }
  const auto drawn = DrawLetter(*letter, condition, rng.Next());
  if (!drawn) return Fail(drawn.error());
  return DrawnKind{AnyOf(drawn->pages, rng).scan.image,
                   std::string(condition.name)};
}

// In any printed or typed condition that lies upright and flat; that costs ten
// times the plain ones.
Result<DrawnKind> InCondition(const Letters& letters, Rng rng) {
  std::vector<Condition> printed;
  for (const Condition& condition : kConditions) {
    if (condition.ink != InkKind::kHandwritten &&
        condition.capture != CaptureKind::kTurned &&
        condition.capture != CaptureKind::kBound) {
      printed.push_back(condition);
    }
  }
  const Condition& condition = AnyOf(printed, rng);
  return OfLetter(letters, condition, rng);
}

struct Laid {
  LaidLetter letter;
  std::size_t page = 0;

  const LaidPage& on() const { return letter.pages[page]; }
};

Result<Laid> AnyPage(const Letters& letters, const PageStyle& style, Rng& rng) {
  const SampleLetter& letter = AnyOf(letters, rng);
  auto laid = LayOut(letter, style, letter.typeface);
  if (!laid) return Fail(laid.error());
  const auto page = static_cast<std::size_t>(
      rng.Whole(0, static_cast<int>(laid->pages.size()) - 1));
  return Laid{std::move(*laid), page};
}

// Part of what is scanned flat is on old paper; a fax of that keeps nothing.
Result<DrawnKind> Scanned(PageImage sheet, const Machine& machine, Rng rng) {
  DrawnKind drawn{{}, machine.name};
  const bool flat = machine.capture == CaptureKind::kFlatGray ||
                    machine.capture == CaptureKind::kFlatColour;
  if (flat && rng.Chance(0.2)) {
    const PageImage back = sheet;
    Age(sheet, back, rng.Fork("age"));
    drawn.detail += ", old paper";
  }
  drawn.scan = Captured(machine, sheet, rng.Fork("scan"));
  return drawn;
}

Result<DrawnKind> ByPen(const Letters& letters, PageKind kind, Rng rng) {
  const Machine machine = AnyMachine(rng.Fork("machine"));
  PenStyle pen = AnyPen(rng.Fork("pen"));
  PageStyle style;
  style.line_height = rng.Between(1.5, 1.9);
  style.size_pt = kind == PageKind::kForm ? 13.5 : pen.x_height_pt * 2.1;
  style.left_mm = rng.Between(15.0, 30.0);
  if (kind == PageKind::kForm) {
    pen.x_height_pt = std::min(pen.x_height_pt, 6.5);
  }
  const auto laid = AnyPage(letters, style, rng);
  if (!laid) return Fail(laid.error());
  const WordInks inks = kind == PageKind::kForm
                            ? FormOf(laid->on())
                            : AllBy(laid->on(), DrawnBy::kPen);
  auto sheet = InkedSheet(laid->letter, laid->on(), inks, pen, machine.dpi,
                          rng.Fork("ink"));
  if (!sheet) return Fail(sheet.error());
  return Scanned(std::move(*sheet), machine, rng.Fork("scanned"));
}

// All lines of a page in type, or one to four of them.
Result<DrawnKind> InType(const Letters& letters, PageKind kind, Rng rng) {
  if (kind == PageKind::kPrinted && rng.Chance(0.15)) {
    return InCondition(letters, rng);
  }
  const Machine machine = AnyMachine(rng.Fork("machine"));
  PageStyle style;
  style.size_pt = rng.Between(11.0, 14.5);
  const auto laid = AnyPage(letters, style, rng);
  if (!laid) return Fail(laid.error());
  const int lines = static_cast<int>(laid->on().lines.size());
  const int count = rng.Chance(0.5) ? 1 : rng.Whole(2, 4);
  const int first = rng.Whole(0, std::max(0, lines - count));
  const WordInks inks = kind == PageKind::kPrinted
                            ? AllBy(laid->on(), DrawnBy::kType)
                            : LinesOnly(laid->on(), first, count);
  auto sheet =
      InkedSheet(laid->letter, laid->on(), inks, PenStyle(), machine.dpi, rng);
  if (!sheet) return Fail(sheet.error());
  return Scanned(std::move(*sheet), machine, rng.Fork("scanned"));
}

Result<DrawnKind> Blank(const Letters& letters, Rng rng) {
  const Machine machine = AnyMachine(rng.Fork("machine"));
  const auto laid = AnyPage(letters, PageStyle(), rng);
  if (!laid) return Fail(laid.error());
  const auto back =
      InkedSheet(laid->letter, laid->on(), AllBy(laid->on(), DrawnBy::kType),
                 PenStyle(), machine.dpi, rng);
  if (!back) return Fail(back.error());
  const auto mark =
      static_cast<std::size_t>(rng.Whole(0, kBlankMarks.size() - 1));
  const auto sheet =
      BlankSheet(static_cast<BlankMark>(mark), *back, rng.Fork("mark"));
  if (!sheet) return Fail(sheet.error());
  return DrawnKind{Captured(machine, *sheet, rng.Fork("scan")),
                   std::string(kBlankMarks[mark]) + ", " + machine.name};
}

}  // namespace

Result<DrawnKind> DrawKind(const Letters& letters, PageKind kind, Rng rng) {
  switch (kind) {
    case PageKind::kPrinted:
    case PageKind::kFewLines:
      return InType(letters, kind, rng);
    case PageKind::kByPen:
    case PageKind::kForm:
      return ByPen(letters, kind, rng);
    case PageKind::kByFace:
      return OfLetter(letters, *FindCondition("handwriting"), rng);
    case PageKind::kBlank:
      break;
  }
  return Blank(letters, rng);
}

}  // namespace donthu::samples
