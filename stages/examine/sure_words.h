// What of a reading may stand where the engine reads what it cannot read.
#pragma once

#include "models/page_text.h"

namespace donthu {

// The words that the engine is sure of (confidence from 0.75) and that are
// Vietnamese by their spelling; figures and abbreviations from 0.9. Of a line
// that keeps less than half of its code points nothing stays: what looks
// right in it is chance. Lines, paragraphs and blocks without words go.
PageText SureWords(PageText page);

// What SureWords keeps of the code points of all words, 0 to 1; 0 of none.
double SureShare(const PageText& page);

// How many words SureWords keeps that are Vietnamese by their spelling.
int CountSureWords(const PageText& page);

}  // namespace donthu
