// The whole name of a body of which a part is known.
#pragma once

#include "stages/extract/letter_view.h"

namespace donthu {

// `span` stands within the name of a body, or begins or ends beside it:
// "Thuế quận Gò" of "Chi cục Thuế quận Gò Vấp", "UBND thị" of "UBND thị xã
// Thái Bình", "Phòng Nội vụ huyện An Lão bác đơn". Ends after the first place
// with a name of its own; the span itself where it seems whole.
TextSpan WholeBody(const LetterView& view, TextSpan span);

}  // namespace donthu
