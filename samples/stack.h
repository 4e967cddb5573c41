// Stacks: the letters of a day in one file, as they leave the feeder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/markup.h"

namespace donthu::samples {

struct StackOrder {
  int stacks = 1;
  int letters = 20;  // of one stack, no letter twice
  std::uint64_t seed = 1;
  double enclosed = 0.3;  // share of letters with one or two enclosures
  double blank = 0.0;     // share of sheets with a blank back
  // A sheet as printed at 300 dpi, before each letter; empty: none.
  std::optional<PageImage> separator;
  // Nothing is drawn: stack_001.jsonl has the pages as an engine would read
  // them that makes few mistakes, a PageResult a line. No separators or blanks.
  bool as_text = false;
};

// Writes stack_001.pdf … and truth.jsonl: a line a stack, {"file", "pages",
// "separators", "letters": [{"id", "pages": […], "enclosed": […], "papers":
// […]}]}, page numbers from 1; separators and blank backs are in no list. Each
// letter has a style and a condition of its own. Enclosures are pages that
// belong to the letter before, `papers` those that begin one.
//
// Fails with kConfigInvalid where there are too few letters, with
// kOutputUnwritable, or as DrawLetter and EncodeFile.
Status WriteStacks(const StackOrder& order,
                   const std::vector<SampleLetter>& letters,
                   const std::vector<SampleLetter>& enclosures,
                   const std::filesystem::path& out);

// A gray sheet from a file as `pdftoppm -gray` writes it (PGM, 8 bits).
Result<PageImage> ReadPgm(const std::filesystem::path& file);

}  // namespace donthu::samples
