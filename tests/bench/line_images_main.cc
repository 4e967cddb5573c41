// donthu_line_images: draws letters, shows their pages to the engine and
// writes the lines that it finds with their true text, for lstmtraining.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "samples/plain_letter.h"
#include "samples/rng.h"
#include "samples/write_samples.h"
#include "stages/prepare/prepare.h"
#include "stages/recognize/reduce.h"
#include "tests/bench/line_images.h"
#include "tests/bench/quality_pages.h"

namespace donthu::bench {
namespace {

using samples::AnyOf;
using samples::CaptureKind;
using samples::Condition;
using samples::InkKind;
using samples::PaperKind;
using samples::Rng;
using samples::SampleLetter;
using samples::StampKind;
using samples::Typeface;

struct Asked {
  std::vector<std::string> letters;
  std::string corpus;
  std::string out;
  int drawings = 100;
  std::uint64_t seed = 1;
  double typed = 0.35;
  bool held_faces = false;
};

// What is learnt from; two faces are held back to be measured with.
constexpr std::array kTyped = {Typeface::kTypewriter, Typeface::kCursor,
                               Typeface::kLiberationMono,
                               Typeface::kDejaVuMono};
constexpr std::array kPrinted = {
    Typeface::kSerif,     Typeface::kSerif,       Typeface::kSerif,
    Typeface::kSans,      Typeface::kCarlito,     Typeface::kTermes,
    Typeface::kFreeSerif, Typeface::kDejaVuSerif, Typeface::kLibertine,
    Typeface::kGentium,   Typeface::kHeros,       Typeface::kDejaVuSans,
    Typeface::kNotoSans,  Typeface::kRoboto};

Typeface FaceOf(const Asked& asked, bool typed, Rng& rng) {
  if (asked.held_faces) {
    return typed ? Typeface::kFreeMono : Typeface::kNotoSerif;
  }
  return typed ? AnyOf(kTyped, rng) : AnyOf(kPrinted, rng);
}

Condition ConditionOf(bool typed, Rng rng) {
  constexpr std::array kMachines = {
      CaptureKind::kFlatGray,      CaptureKind::kFlatGray,
      CaptureKind::kFlatColour,    CaptureKind::kFax,
      CaptureKind::kFax,           CaptureKind::kCoarseFax,
      CaptureKind::kLowResolution, CaptureKind::kLowResolution,
      CaptureKind::kPhoto,         CaptureKind::kSkewed};
  Condition mixed{"mixed"};
  mixed.ink = typed ? InkKind::kTyped : InkKind::kPrinted;
  mixed.stamp = rng.Chance(0.15) ? StampKind::kSeals : StampKind::kNone;
  mixed.paper = rng.Chance(0.25) ? PaperKind::kOld : PaperKind::kWhite;
  mixed.capture = AnyOf(kMachines, rng);
  return mixed;
}

void ReplaceAll(std::string_view from, std::string_view to, std::string& text) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Quotation marks in turn opening and closing.
void CurlQuotes(std::string& text) {
  bool open = true;
  for (std::size_t at = text.find('"'); at != std::string::npos;
       at = text.find('"', at)) {
    text.replace(at, 1, open ? "“" : "”");
    open = !open;
  }
}

// The rarest letter of the language, at the end of a word that ends in another
// y: what a word means is not learnt here.
void DotBelowY(std::string& text) {
  struct Pair {
    std::string_view from;
    std::string_view to;
  };
  constexpr std::array<Pair, 8> kPairs = {{{"ý ", "ỵ "},
                                           {"ỷ ", "ỵ "},
                                           {"ỹ ", "ỵ "},
                                           {"ỳ ", "ỵ "},
                                           {"y ", "ỵ "},
                                           {"Ý ", "Ỵ "},
                                           {"Ỹ ", "Ỵ "},
                                           {"Ỷ ", "Ỵ "}}};
  for (const Pair& pair : kPairs) {
    const std::size_t at = text.find(pair.from);
    if (at == std::string::npos) continue;
    text.replace(at, pair.from.size(), pair.to);
    return;
  }
}

// A line as another office or machine would set it.
void Vary(std::string& text, Rng& rng) {
  if (rng.Chance(0.3)) CurlQuotes(text);
  if (rng.Chance(0.3)) ReplaceAll("'", "’", text);
  if (rng.Chance(0.3)) ReplaceAll(" - ", " – ", text);
  if (rng.Chance(0.5)) ReplaceAll("...", "…", text);
  if (rng.Chance(0.7)) ReplaceAll("m2", "m²", text);
  if (rng.Chance(0.7)) ReplaceAll("m3", "m³", text);
  if (rng.Chance(0.5))
    ReplaceAll(" mét", rng.Chance(0.8) ? " m²" : " m³", text);
  if (rng.Chance(0.15)) DotBelowY(text);
  if (text.rfind("- ", 0) == 0 && rng.Chance(0.4)) {
    text.replace(0, 1, rng.Chance(0.7) ? "–" : "•");
  }
  if (text.empty() || (text.back() != '.' && text.back() != ',')) return;
  const double chance = rng.Unit();
  if (chance < 0.25) {
    text.back() = ';';
  } else if (chance < 0.32) {
    text.back() = '.';
    text += "/.";
  } else if (chance < 0.4) {
    text.pop_back();
    text += "…";
  }
}

// Marks of fields would not stand where they did: none is left.
void Vary(SampleLetter& letter, Rng rng) {
  letter.fields.clear();
  for (samples::Block& block : letter.blocks) {
    for (samples::MarkedLine& line : block.lines) {
      for (samples::MarkedText& cell : line) {
        cell.spans.clear();
        if (cell.text != samples::kSignHere) Vary(cell.text, rng);
      }
    }
  }
}

// As the program shows a page first, or as it may show it again.
PageImage Shown(const PageImage& page, bool again, Rng rng) {
  const double finer = again ? rng.Between(0.85, 1.25) : 1.0;
  const double ratio = ReadingReduction(page, finer);
  PageImage shown = ratio == 1.0 ? page : Reduced(page, ratio);
  if (again && !page.bilevel && rng.Chance(0.6)) {
    shown = Darkened(std::move(shown), rng.Between(1.5, 5.0));
  }
  return shown;
}

Result<std::vector<SampleLetter>> LettersOf(const Asked& asked) {
  std::vector<SampleLetter> letters;
  for (const std::string& folder : asked.letters) {
    auto read = samples::ReadLetters(folder);
    if (!read) return read;
    std::move(read->begin(), read->end(), std::back_inserter(letters));
  }
  if (!asked.corpus.empty()) {
    auto read = samples::ReadPlainLetters(asked.corpus);
    if (!read) return read;
    std::move(read->begin(), read->end(), std::back_inserter(letters));
  }
  return letters;
}

// Of one page.
Result<std::vector<LineImage>> LinesOf(const QualityPage& page, Effort effort,
                                       LineFinder& finder, Rng rng) {
  const auto clean = Prepare().Run({page.scan, 0, effort});
  if (!clean) return Fail(clean.error());
  const PageImage& image =
      clean->straight ? clean->straight->image : clean->image;
  std::vector<LineImage> lines;
  for (const bool again : {false, true}) {
    auto found = finder.Find(Shown(image, again, rng));
    if (!found) return found;
    auto told = WithTruth(std::move(*found), page.truth);
    std::move(told.begin(), told.end(), std::back_inserter(lines));
  }
  return lines;
}

Status Draw(const Asked& asked) {
  const auto letters = LettersOf(asked);
  if (!letters) return Fail(letters.error());
  const auto finder = OpenLineFinder();
  if (!finder) return Fail(finder.error());
  std::vector<LineImage> lines;
  const Rng root(asked.seed);
  int left_out = 0;
  for (int i = 0; i < asked.drawings; ++i) {
    Rng rng = root.Fork(std::to_string(i));
    SampleLetter letter = AnyOf(*letters, rng);
    Vary(letter, rng.Fork("varied"));
    const bool typed = rng.Chance(asked.typed);
    letter.typeface = FaceOf(asked, typed, rng);
    const Condition condition = ConditionOf(typed, rng.Fork("condition"));
    // Only seals are worth it (ReadBest).
    const Effort effort = condition.stamp == StampKind::kNone
                              ? Effort::kPlain
                              : Effort::kThorough;
    const auto take = [&](const QualityPage& page) -> Status {
      auto found = LinesOf(page, effort, **finder, rng.Fork(page.name));
      if (!found) return Fail(found.error());
      std::move(found->begin(), found->end(), std::back_inserter(lines));
      return Done{};
    };
    const Status drawn = DrawnLetter(letter, condition, rng.Next(), take);
    // A typeface may lack a letter of the text.
    if (!drawn) ++left_out;
  }
  std::fprintf(stderr, "%zu lines; %d of %d letters left out\n", lines.size(),
               left_out, asked.drawings);
  return WriteLines(lines, asked.out);
}

int Run(int argc, char** argv) {
  Asked asked;
  CLI::App app{"Draws lines with their text for lstmtraining."};
  app.add_option("--letters", asked.letters, "folders of marked letters");
  app.add_option("--corpus", asked.corpus, "plain letters");
  app.add_option("--out", asked.out, "the .lstmf file")->required();
  app.add_option("--drawings", asked.drawings, "letters to draw");
  app.add_option("--seed", asked.seed, "of chance");
  app.add_option("--typed", asked.typed, "share of typed letters");
  app.add_flag("--held-faces", asked.held_faces,
               "in the typefaces that are not learnt from");
  CLI11_PARSE(app, argc, argv);
  const auto drawn = Draw(asked);
  if (drawn) return 0;
  std::fprintf(stderr, "donthu_line_images: %s: %s\n",
               drawn.error().subject.c_str(), drawn.error().detail.c_str());
  return 1;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) { return donthu::bench::Run(argc, argv); }
