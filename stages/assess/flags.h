// What a person should know at once: models/legal/flags.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stages/assess/assess.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

// True where the program has a rule of this name, which a row of flags.toml
// may use without phrases.
bool IsKnownFlag(std::string_view id);

// Codes, in the order of the table.
std::vector<std::string> RaiseFlags(const Assess::Input& input,
                                    const LegalTables& tables);

}  // namespace donthu
