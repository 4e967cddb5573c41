// What an engine would read on a laid page, for what needs many pages and no
// pixels.
#pragma once

#include "models/page_json.h"
#include "samples/paper/laid_letter.h"
#include "samples/rng.h"

namespace donthu::samples {

// Every line of the page with its words and their boxes at 300 dpi; now and
// then (1 line in 30) a word is misread. `printed_number` above the text, 0:
// none. `number` is the page's in its file.
PageResult TextOfPage(const LaidPage& page, int number, int printed_number,
                      Rng& rng);

}  // namespace donthu::samples
