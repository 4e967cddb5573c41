// How probable it is that a letter begins with a page.
#pragma once

#include <array>
#include <string_view>

#include "stages/split/page_cues.h"

namespace donthu {

// What the letter held that the page before belongs to.
struct LetterSoFar {
  int pages = 0;
  bool signed_off = false;  // a page of it ends with who signs
  bool only_notes = true;   // nothing but transfer notes and envelopes

  void Add(const PageCues& page);
};

// What the decision rests on, each 0 to 1.
inline constexpr std::array<std::string_view, 28> kBoundaryFeatures = {
    "bias",
    // the page itself
    "heading", "title", "salutation", "opening", "office", "heading of office",
    "office to office", "transfer note", "title and salutation", "no cue",
    "number 1", "number beyond 1", "next number", "starts small",
    // the page before, the letter before
    "ends open", "runs on", "signed off", "letter signed off", "closing",
    "ends early", "office before", "only notes before",
    // both
    "paper", "line height", "letter width", "left", "confidence"};
using BoundaryFeatures = std::array<double, kBoundaryFeatures.size()>;

BoundaryFeatures FeaturesOf(const PageCues& before, const PageCues& page,
                            const LetterSoFar& so_far);

// 0 to 1: a logistic regression over the features; weights.h tells how its
// weights were found. A page without a word tells nothing: kUnreadBegins.
double BeginProbability(const PageCues& before, const PageCues& page,
                        const LetterSoFar& so_far);
inline constexpr double kUnreadBegins = 0.3;

}  // namespace donthu
