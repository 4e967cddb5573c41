// How a page comes into the copy: decided page by page.
#pragma once

#include <string_view>
#include <vector>

#include "stages/archive/archive.h"

namespace donthu {

enum class Placing {
  kEmpty,    // the page could not be read: a sheet without anything
  kStored,   // the stored image, byte for byte
  kImage,    // the image that stands for a page of a PDF, byte for byte; what
             // else the page held, an invisible text of others, is left out
  kPage,     // a page of a PDF with all that it shows, and the letter's words
  kOwnText,  // the same, but it holds these words itself: none are added
  kDrawn,    // as load gives it, packed without loss
};

// Of a page of a PDF with text of its own: the share of the letter's words
// that it must hold for that text to be trusted.
inline constexpr double kTrustedShare = 0.9;

// `words`: of the letter on this page.
Placing PlacingOf(const ArchivePage& page,
                  const std::vector<std::string_view>& words, ArchiveForm form);

}  // namespace donthu
