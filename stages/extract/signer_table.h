// Those who sign with the writer: a table's rows or a list's lines.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// Adds each signer who is not among `senders` by name, with the birth, paper,
// address and telephone that the table's columns hold.
void AddCoSigners(const LetterView& view, const Zones& zones,
                  std::vector<Sender>& senders);

}  // namespace donthu
