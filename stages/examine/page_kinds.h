// What a page is by its words: of the letter itself, or something that came
// with it. Every rule wants a heading and what such papers say beneath it, so
// that a letter that only names them stays a letter.
#pragma once

#include <optional>
#include <vector>

#include "models/record.h"
#include "stages/examine/plain_text.h"

namespace donthu {

enum class PageShape { kUpright, kWide };

// Title of a petition, its opening words, or the writer's signature.
bool IsPetitionPage(const std::vector<PlainLine>& lines);

// The signature block of a petition: no more of it follows.
bool EndsPetition(const std::vector<PlainLine>& lines);

// kTransferNote: an office hands a letter on ("PHIẾU CHUYỂN ĐƠN").
// kEnvelope: hardly more than who sends and who receives.
// kAttachment: identity card, passport, certificate of land, birth, marriage,
// death, household book; known by themselves. Empty for all else, and for
// whatever IsPetitionPage knows.
std::optional<PageStatus> KindBySelf(const std::vector<PlainLine>& lines,
                                     PageShape shape);

// A decision, notice, record, contract …: heading in capitals and what goes
// with it. Whether it is an attachment depends on what came before.
bool IsOfficeDocument(const std::vector<PlainLine>& lines);

}  // namespace donthu
