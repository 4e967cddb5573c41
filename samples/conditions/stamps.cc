#include "samples/conditions/stamps.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "samples/conditions/free_place.h"
#include "samples/conditions/raster.h"
#include "samples/paper/canvas.h"

namespace donthu::samples {
namespace {

constexpr double kSealRadiusPt = 18.0 * kPointsPerMm;
// Half of the ĐẾN stamp's outer frame, across and down, and of the room that
// it takes when it is turned a little.
constexpr std::array<double, 2> kDenHalfPt = {82.0, 46.0};
constexpr std::array<double, 2> kDenRoomPt = {86.0, 54.0};

struct SealWords {
  const char* above;
  const char* below;
  const char* middle;
};

// Offices that do not exist.
constexpr std::array<SealWords, 4> kSeals = {{
    {"ỦY BAN NHÂN DÂN XÃ AN THUẬN", "TỈNH BÌNH AN", "CHỨNG THỰC"},
    {"ỦY BAN NHÂN DÂN PHƯỜNG TÂN HƯNG", "TỈNH PHÚ MỸ", "XÁC NHẬN"},
    {"HỢP TÁC XÃ DỊCH VỤ SÔNG QUAO", "HUYỆN ĐỒNG TRÀ", "CHỦ NHIỆM"},
    {"UBND XÃ HƯƠNG ĐIỀN NAM", "TỈNH VĨNH SƠN", "ỦY BAN"},
}};

void Star(Canvas& canvas, double x, double y, double radius, double turn,
          const Ink& ink) {
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : radius * 0.382;
    const double angle = turn - std::numbers::pi / 2 + i * std::numbers::pi / 5;
    if (i == 0) canvas.MoveTo(x + r * std::cos(angle), y + r * std::sin(angle));
    canvas.LineTo(x + r * std::cos(angle), y + r * std::sin(angle));
  }
  canvas.Fill(ink);
}

Status Seal(Canvas& canvas, double x, double y, Rng rng) {
  const Ink red = {0.80, 0.08, 0.12};
  const SealWords& words = kSeals[static_cast<std::size_t>(rng.Whole(0, 3))];
  const double turn = rng.Between(-0.25, 0.25);
  canvas.Circle(x, y, kSealRadiusPt);
  canvas.Stroke(2.6, red);
  canvas.Circle(x, y, kSealRadiusPt - 3.0);
  canvas.Stroke(0.8, red);
  canvas.Circle(x, y, kSealRadiusPt * 0.64);
  canvas.Stroke(1.0, red);
  Star(canvas, x, y - 5.0, kSealRadiusPt * 0.28, turn, red);
  StampText text{x, y, 8.6, 0.0, FontStyle::kBold};
  const auto above = canvas.TextOnCircle(Typeface::kSans, words.above, text,
                                         kSealRadiusPt * 0.71,
                                         turn - std::numbers::pi / 2, red);
  if (!above) return above;
  text.size_pt = 7.6;
  const auto below = canvas.TextOnCircle(Typeface::kSans, words.below, text,
                                         kSealRadiusPt * 0.71,
                                         turn + std::numbers::pi / 2, red);
  if (!below) return below;
  text.size_pt = 7.2;
  text.turn_rad = turn;
  text.y_pt = y + kSealRadiusPt * 0.40;
  return canvas.Text(Typeface::kSans, words.middle, text, red);
}

// A worn rubber: strong here, bare there.
void Press(PageImage& sheet, const PageImage& stamp, double strength,
           std::uint64_t seed) {
  LayOver(sheet, stamp, [=](int x, int y) {
    const double worn = CloudAt(seed, x, y, 60.0);
    const double pores = CloudAt(seed + 1, x, y, 3.0);
    return strength * (0.72 + 0.28 * worn) * (pores < 0.16 ? 0.45 : 1.0);
  });
}

double LowestInk(const LaidPage& page) {
  double lowest = 0.0;
  for (const PlacedGlyph& glyph : page.glyphs) {
    lowest = std::max(lowest, glyph.ink.bottom);
  }
  return lowest;
}

struct StampLook {
  double x = 0.0;  // middle
  double y = 0.0;
  double turn = 0.0;
  Ink ink;
};

// A point of the stamp's own frame on the sheet.
PointPx OnSheet(const StampLook& look, double x, double y) {
  return {look.x + x * std::cos(look.turn) - y * std::sin(look.turn),
          look.y + x * std::sin(look.turn) + y * std::cos(look.turn)};
}

void Frame(Canvas& canvas, const StampLook& look, double half_width,
           double half_height, double line_pt) {
  constexpr std::array<std::array<int, 2>, 5> kCorners = {
      {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}};
  for (std::size_t i = 0; i < kCorners.size(); ++i) {
    const PointPx p = OnSheet(look, kCorners[i][0] * half_width,
                              kCorners[i][1] * half_height);
    if (i == 0) canvas.MoveTo(p.x_px, p.y_px);
    canvas.LineTo(p.x_px, p.y_px);
  }
  canvas.Stroke(line_pt, look.ink);
}

std::string SlashDate(const std::string& iso) {
  if (iso.size() != 10) return iso;
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

struct Line {
  std::string text;
  double y;
  double size;
  FontStyle style;
  Typeface typeface;
  double x;
};

Status PutLines(Canvas& canvas, const StampLook& look,
                const std::vector<Line>& lines, Typeface written,
                const Ink& ink) {
  for (const Line& line : lines) {
    const PointPx at = OnSheet(look, line.x, line.y);
    const auto put =
        canvas.Text(line.typeface, line.text,
                    {at.x_px, at.y_px, line.size, look.turn, line.style},
                    line.typeface == written ? ink : look.ink);
    if (!put) return put;
  }
  return Done{};
}

// A machine prints number and date where a clerk would write them.
Status TypedLines(Canvas& canvas, const StampLook& look,
                  const Received& received, Rng rng) {
  constexpr std::array<Ink, 2> kMachine = {
      {{0.12, 0.12, 0.14}, {0.15, 0.13, 0.50}}};
  const bool own = rng.Chance(0.6);
  const Ink ink = own ? look.ink : kMachine[rng.Chance(0.4) ? 0 : 1];
  const bool full = rng.Chance(0.5);
  const double size = rng.Between(10.5, 12.5);
  return PutLines(
      canvas, look,
      {{full ? "CÔNG VĂN ĐẾN" : "ĐẾN", -26, full ? 13.5 : 16.0,
        FontStyle::kBold, Typeface::kSans, 0},
       {"Số:", -6, 11, FontStyle::kRegular, Typeface::kSans, -52},
       {"Ngày:", 12, 11, FontStyle::kRegular, Typeface::kSans, -46},
       {"Chuyển: ……………", 30, 11, FontStyle::kRegular, Typeface::kSans, 0},
       {received.number, -6, size, FontStyle::kRegular, Typeface::kTypewriter,
        4},
       {SlashDate(received.date), 12, size, FontStyle::kRegular,
        Typeface::kTypewriter, 14}},
      Typeface::kTypewriter, ink);
}

Status StampLines(Canvas& canvas, const StampLook& look,
                  const Received& received, Rng rng) {
  const Ink pen = {0.10, 0.12, 0.45};
  const std::vector<Line> lines = {
      {"CÔNG VĂN ĐẾN", -26, 13.5, FontStyle::kBold, Typeface::kSans, 0},
      {"Số: …………………", -6, 11, FontStyle::kRegular, Typeface::kSans, 0},
      {"Ngày: ………………", 12, 11, FontStyle::kRegular, Typeface::kSans, 0},
      {"Chuyển: ……………", 30, 11, FontStyle::kRegular, Typeface::kSans, 0},
      {received.number, -8, 14, FontStyle::kRegular, Typeface::kHand, 14},
      {SlashDate(received.date), 10, 13, FontStyle::kRegular, Typeface::kHand,
       18},
      {rng.Chance(0.5) ? "Ban TCD" : "VP - Đ/c Hòa", 28, 13,
       FontStyle::kRegular, Typeface::kHand, 18},
  };
  return PutLines(canvas, look, lines, Typeface::kHand, pen);
}

}  // namespace

Status PressSeals(PageImage& sheet, const LaidPage& page, Rng rng) {
  auto canvas = Canvas::Open(sheet.dpi_x);
  if (!canvas) return Fail(canvas.error());
  std::vector<PointPx> places;
  for (const SignPlace& sign : page.signs) {
    places.push_back({sign.x_pt - rng.Between(20.0, 50.0),
                      sign.y_pt + rng.Between(-25.0, 10.0)});
  }
  const double low = std::min(LowestInk(page), kPageHeightPt - 120.0);
  const double confirmed = rng.Between(150.0, 330.0);
  if (places.empty()) places.push_back({confirmed, low * 0.7});
  places.push_back(
      {kPageWidthPt - rng.Between(5.0, 30.0), low * rng.Between(0.25, 0.5)});
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto pressed = Seal(*canvas, places[i].x_px, places[i].y_px,
                              rng.Fork(std::to_string(i)));
    if (!pressed) return pressed;
  }
  Press(sheet, canvas->Take(), rng.Between(0.75, 0.92), rng.Next());
  return Done{};
}

Status PressDenStamp(PageImage& sheet, const Received& received,
                     Figures figures, DenPlace place, Rng rng) {
  auto canvas = Canvas::Open(sheet.dpi_x);
  if (!canvas) return Fail(canvas.error());
  StampLook look;
  look.x = rng.Between(135.0, 185.0);
  look.y = rng.Between(100.0, 215.0);
  look.turn = rng.Between(-0.09, 0.09);
  look.ink = rng.Chance(0.6) ? Ink{0.78, 0.10, 0.14} : Ink{0.38, 0.14, 0.55};
  if (place == DenPlace::kFreePaper) {
    const PointPx free = FreePlace(sheet, kDenRoomPt, rng.Fork("place"));
    look.x = free.x_px;
    look.y = free.y_px;
  }
  Frame(*canvas, look, kDenHalfPt[0], kDenHalfPt[1], 2.2);
  Frame(*canvas, look, 78.5, 42.5, 0.8);
  const auto lines =
      figures == Figures::kTyped
          ? TypedLines(*canvas, look, received, rng.Fork("machine"))
          : StampLines(*canvas, look, received, rng.Fork("clerk"));
  if (!lines) return lines;
  Press(sheet, canvas->Take(), rng.Between(0.85, 0.98), rng.Next());
  return Done{};
}

}  // namespace donthu::samples
