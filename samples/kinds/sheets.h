// Sheets of a laid letter by type, by pen or by both.
#pragma once

#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/kinds/pen.h"
#include "samples/paper/laid_letter.h"
#include "samples/rng.h"

namespace donthu::samples {

enum class DrawnBy { kType, kPen, kNobody };

// What draws each word of LaidPage::words.
using WordInks = std::vector<DrawnBy>;

WordInks AllBy(const LaidPage& page, DrawnBy by);
// What a form prints (headings, all up to a line's colon) in type, the rest
// by pen.
WordInks FormOf(const LaidPage& page);
// `count` lines from `first` on in type, nothing else; more where these hold
// fewer than four letters ("---o0o---").
WordInks LinesOnly(const LaidPage& page, int first, int count);

// Where the pen writes on each line: from its first word to its last, the
// baseline as the lower edge.
std::vector<BoxPt> PenPlaces(const LaidPage& page, const WordInks& inks);

// Rules and what belongs to no word come in type. Words by pen stand on
// dotted lines where anything is in type. Fails as Canvas::Glyph does.
Result<PageImage> InkedSheet(const LaidLetter& laid, const LaidPage& page,
                             const WordInks& inks, const PenStyle& pen,
                             double dpi, Rng rng);

}  // namespace donthu::samples
