// Who signs, how many, and whether anybody does.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

std::optional<Located<int>> SignerCountIn(const LetterView& view,
                                          const Zones& zones);

// True where the text says so ("đã ký", "(điểm chỉ)"); a printed name alone
// proves nothing, nor does the form's "(Ký hoặc điểm chỉ)": empty then.
Judged<bool> SignedIn(const LetterView& view, const Zones& zones);

// True where no name of a writer stands anywhere and the letter says so or
// nothing is signed; empty where something that is no known name is.
Judged<bool> AnonymousIn(const LetterView& view, const Zones& zones,
                         const std::vector<Sender>& senders);

// True where several write: a count, several writers, "tập thể", "chúng tôi
// gồm …".
Judged<bool> CollectiveIn(const LetterView& view, const Zones& zones,
                          const std::vector<Sender>& senders,
                          const std::optional<Located<int>>& signer_count);

}  // namespace donthu
