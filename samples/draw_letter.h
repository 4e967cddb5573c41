// A letter, from its markup to the scans of its pages.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/result.h"
#include "samples/conditions/condition.h"
#include "samples/conditions/scan.h"
#include "samples/conditions/stamps.h"
#include "samples/markup.h"
#include "samples/paper/laid_letter.h"
#include "samples/paper/layout.h"

namespace donthu::samples {

inline constexpr double kSheetDpi = 300.0;

struct DrawnPage {
  Scan scan;
  int sheet_width_px = 0;  // of the upright sheet before it was scanned
  int sheet_height_px = 0;
};

struct DrawnLetter {
  LaidLetter laid;  // glyphs as drawn: what the truth is read from
  std::vector<DrawnPage> pages;
  std::optional<Received> received;
};

// The same letter, condition and seed give the same pixels on one machine.
//
// Fails as LayOut does.
Result<DrawnLetter> DrawLetter(const SampleLetter& letter,
                               const Condition& condition, std::uint64_t seed);
// The same in another style than StyleOf(letter).
Result<DrawnLetter> DrawLetter(const SampleLetter& letter,
                               const PageStyle& style,
                               const Condition& condition, std::uint64_t seed);

// What the machine makes of a sheet that is drawn or white (kRgb24).
Scan ScanSheet(const PageImage& sheet, const Condition& condition,
               std::uint64_t seed);

}  // namespace donthu::samples
