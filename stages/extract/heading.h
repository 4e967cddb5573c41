// What stands above a letter's first sentence: title, day and place.
#pragma once

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

OptionalText TitleIn(const LetterView& view, const Zones& zones);

struct DateLine {
  OptionalText date;  // ISO, perhaps partial
  OptionalText place;
};
// The line "<place>, ngày … tháng … năm …" above the body or by the
// signature; never a date of the story.
DateLine DateLineIn(const LetterView& view, const Zones& zones);

std::vector<Recipient> RecipientsIn(const LetterView& view, const Zones& zones);

}  // namespace donthu
