// Figures of a stamp that print hides in part.
#pragma once

#include <span>

#include "models/page_image.h"
#include "models/page_text.h"

namespace donthu {

// `hidden`: InkLayer::hidden; where it is empty, nothing is hidden. Shares are
// of the box of a digit, of the one in the word that has most of it hidden.

// The engine is as sure of strokes that were guessed as of those seen. Of 64
// stamps a kind, wrong figures that a reading of the coloured image was sure of
// had 0.22 and more hidden, one day 0.12, or nothing; 6 in 100 right ones had
// as much.
constexpr double kMostHidden = 0.2;

// From here on figures must be read alike in all sizes.
constexpr double kPartlyHidden = 0.05;

// Whether a word with figures is partly hidden.
bool HidesFigures(const PageImage& hidden, const PageText& text);

// Words with figures of which more than kMostHidden is hidden get confidence 0.
void DoubtHidden(const PageImage& hidden, PageText& text);

// So do words with figures of `all` that are the black print itself.
void DoubtPrint(const PageImage& hidden, const PageImage& all, PageText& text);

// So do words with figures that are partly hidden where another of the
// readings, however unsure, has other figures in their place, or none. A slash
// may be read as any sign.
void DoubtDisputed(const PageImage& hidden, std::span<PageText> readings);

}  // namespace donthu
