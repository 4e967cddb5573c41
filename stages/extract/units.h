// Units of the country (xã, huyện, thị xã …) and the names that follow them.
#pragma once

#include "stages/extract/letter_view.h"

namespace donthu {

// Characters of the word or two that name a unit at `at`, in lower case
// ("xã", "thị trấn"); 0: none begins there.
int UnitLengthAt(const LetterView& view, int at);

// One past the name of the unit that begins at `at` ("huyện Cư M'Lang", "quận
// 8"), at most `limit`; -1: no unit, or none with a name.
int PlaceEndAt(const LetterView& view, int at, int limit);

// Whether a name goes on after a place that ends at `at`: with the unit above
// it ("xã A, huyện B") or a dash.
bool GoesOnAfterPlace(const LetterView& view, int at);

}  // namespace donthu
