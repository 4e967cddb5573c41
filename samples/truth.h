// What a drawn file holds, for whoever measures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "samples/draw_letter.h"
#include "samples/markup.h"

namespace donthu::samples {

struct TruthPlace {
  int page = 0;    // 1-based
  BoxPx box;       // on the upright sheet, 300 dpi
  BoxPx scan_box;  // in the file's own page image
};

// Words without ink of their own on the page do not exist.
struct TruthWord {
  std::string text;
  TruthPlace place;
};

std::vector<TruthWord> WordsOf(const DrawnLetter& letter, std::size_t page);
// One place for each printed line that the field touches.
std::vector<TruthPlace> PlacesOfField(const DrawnLetter& letter, int field);
// One line a printed line.
std::string TextOf(const LaidPage& page);

struct TruthHead {
  std::string file;  // as written, relative to the output folder
  std::string condition;
  std::string format;
  std::uint64_t seed = 0;
};

// One line of truth.jsonl, without the line's end.
std::string TruthJson(const SampleLetter& letter, const DrawnLetter& drawn,
                      const TruthHead& head);

}  // namespace donthu::samples
