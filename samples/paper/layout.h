// A letter to pages.
#pragma once

#include "models/result.h"
#include "samples/markup.h"
#include "samples/paper/laid_letter.h"

namespace donthu::samples {

enum class PageNumbers { kNone, kFromSecond };

struct PageStyle {
  double left_mm = 30.0;  // Nghị định 30/2020/NĐ-CP, Phụ lục I: 30 to 35
  double right_mm = 15.0;
  double top_mm = 20.0;
  double bottom_mm = 20.0;
  double size_pt = 13.0;
  double line_height = 1.25;  // of the size
  double gap_pt = 3.0;        // between paragraphs
  PageNumbers numbers = PageNumbers::kNone;
};

// The style that this letter is always set in: of 12 to 14 pt.
PageStyle StyleOf(const SampleLetter& letter);

// Reading order: down the left column of a letterhead, then down the right
// one; tables row by row, cell by cell; page numbers are no part of the text.
//
// Fails as Shaper::Shape does.
Result<LaidLetter> LayOut(const SampleLetter& letter, const PageStyle& style,
                          Typeface typeface);

}  // namespace donthu::samples
