// Why a case might be refused, as far as the letter shows it:
// models/legal/hints.toml.
#pragma once

#include <string_view>
#include <vector>

#include "models/assessment.h"
#include "stages/assess/assess.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

// True where the program has a rule of this name, which a row of hints.toml
// may use without phrases.
bool IsKnownHint(std::string_view id);

// Every row that fits each part, as suggestions: parts in their order, then
// rows in theirs. Those alike are given once.
std::vector<Routing> SuggestHints(const Assess::Input& input,
                                  const Competence& competence,
                                  const LegalTables& tables);

}  // namespace donthu
