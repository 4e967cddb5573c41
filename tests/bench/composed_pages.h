// Pages made of real handwritten lines.
#pragma once

#include <filesystem>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/markup.h"
#include "samples/rng.h"

namespace donthu::bench {

// Every JPEG of the folder in order of the names, gray, its paper made white
// by one factor a line, its resolution that of a form 170 mm wide. Fails as
// load does, or with kFileUnreadable.
Result<std::vector<PageImage>> RealLines(const std::filesystem::path& folder);

// One line alone, on a page hardly larger than it.
PageImage LinePage(const PageImage& line);

// A sheet of ten to eighteen lines.
PageImage HandPage(const std::vector<PageImage>& lines, samples::Rng rng);

// A page of a letter as a form, a real line wherever it is filled in. Fails
// as LayOut does.
Result<PageImage> FormPage(const samples::SampleLetter& letter,
                           const std::vector<PageImage>& lines,
                           samples::Rng rng);

}  // namespace donthu::bench
