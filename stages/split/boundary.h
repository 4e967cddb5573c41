// How probable it is that a letter begins with a page.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "stages/split/page_cues.h"

namespace donthu {

// What the letter held that the page before belongs to.
struct LetterSoFar {
  bool only_notes = true;          // nothing but transfer notes and envelopes
  std::vector<std::string> names;  // PageWords::names of all its pages
  int paper_pages = 0;             // of its last paper

  // `new_paper`: the page does not go on what the page before was.
  void Add(const PageCues& page, bool new_paper);
};

// Whether a page begins a new paper, a letter or what is enclosed with one;
// what the decision rests on, each 0 to 1.
inline constexpr std::array<std::string_view, 30> kPaperFeatures = {
    "bias",
    // the page itself
    "heading", "title", "salutation", "opening", "office", "presents",
    "transfer note", "no cue", "number 1", "number beyond 1", "next number",
    "starts small", "starts full", "next item",
    // the page before, the letter before
    "ends open", "runs on", "signed off", "office sign", "named",
    "nothing signs", "closing", "ends early",
    // both
    "paper", "right", "confidence", "alike", "unlike", "unlike and no cue",
    "known names"};
using PaperFeatures = std::array<double, kPaperFeatures.size()>;

// Whether a page that begins a paper begins a letter.
inline constexpr std::array<std::string_view, 24> kLetterFeatures = {
    "bias",
    // the page itself
    "heading", "title", "salutation", "to person", "opening", "to nobody",
    "office", "office without title", "office to nobody",
    "office and salutation", "dateline", "presents", "never self", "figures",
    "office words", "few lines", "signed off", "office sign", "named",
    "closing", "transfer note",
    // the letter before
    "only notes before", "known names"};
using LetterFeatures = std::array<double, kLetterFeatures.size()>;

PaperFeatures PaperFeaturesOf(const PageCues& before, const PageCues& page,
                              const LetterSoFar& so_far);
LetterFeatures LetterFeaturesOf(const PageCues& page,
                                const LetterSoFar& so_far);

// Each 0 to 1.
struct Beginning {
  double paper = 0.0;   // a paper begins
  double letter = 0.0;  // a letter begins: at most `paper`
};

// Two logistic regressions, the second for pages that begin a paper;
// weights.h tells how their weights were found. A page without a word tells
// nothing: kUnreadBegins.
Beginning BeginningOf(const PageCues& before, const PageCues& page,
                      const LetterSoFar& so_far);
inline constexpr double kUnreadBegins = 0.3;

}  // namespace donthu
