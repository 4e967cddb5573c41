// What the letter encloses.
#pragma once

#include <optional>
#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// After "Tài liệu kèm theo:", "Gửi kèm:", "Đính kèm:" or in a sentence "tôi
// gửi kèm …"; items of a list or parted by ";", else by "," and "và".
std::vector<LocatedText> AttachmentsIn(const LetterView& view,
                                       const Zones& zones);

// True where an attachment is said to be an original; false where every one
// is said to be a copy; else absent.
std::optional<Located<bool>> OriginalsIn(
    const LetterView& view, const std::vector<LocatedText>& attachments);

}  // namespace donthu
