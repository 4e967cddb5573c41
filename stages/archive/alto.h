// ALTO: words with their places, for viewers of digital libraries.
#pragma once

#include <string>
#include <vector>

#include "models/letter.h"
#include "models/record.h"

namespace donthu {

// ALTO 4.4 (http://www.loc.gov/standards/alto/): every page of the letter, its
// paragraphs as TextBlock in reading order, lines, words as String with their
// confidence. Lengths are pixels of the upright page image (`pages[].image`),
// as boxes are in the record. What is not a character of XML 1.0 becomes
// U+FFFD. `record` says which letter, and what read it.
std::string ToAlto(const Record& record, const std::vector<RecordPage>& pages,
                   const Letter& letter);

}  // namespace donthu
