// Addresses and bodies, by the words that begin their parts.
#pragma once

#include <optional>

#include "stages/extract/letter_view.h"

namespace donthu {

// An address that begins at `position`: parts after commas, each begun by a
// house number, a unit ("thôn", "phường", "tỉnh" …) or a capital letter.
// Ends at `limit`, ";", a bracket, a full stop that ends a sentence, or the
// first part that is none. Empty where no address stands there.
std::optional<TextSpan> AddressAt(const LetterView& view, int position,
                                  int limit);

// The first address in the span that a label announces ("thường trú tại",
// "địa chỉ:", "ngụ", "nhà ở" …).
std::optional<TextSpan> LabelledAddress(const LetterView& view,
                                        TextSpan within);

// The first address of two parts or more that stands after a comma without
// a label: "Tên tôi: Lê Văn A, thôn Trung, xã Hồng, Hải Phòng".
std::optional<TextSpan> BareAddress(const LetterView& view, TextSpan within);

// A body ("UBND xã …", "Công ty …", "Trường …", "Sở …") that begins at
// `position`, to the comma or the end of its name.
std::optional<TextSpan> BodyAt(const LetterView& view, int position, int limit);

// A post ("Phó Chủ tịch", "công chức địa chính") that begins at `position`;
// ends before the body, at a comma, or after the post's own words.
std::optional<TextSpan> PostAt(const LetterView& view, int position, int limit);

}  // namespace donthu
