// What a person should know at once: models/legal/flags.toml.
#pragma once

#include <string>
#include <vector>

#include "stages/assess/assess.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

// Codes, in the order of the table.
std::vector<std::string> RaiseFlags(const Assess::Input& input,
                                    const LegalTables& tables);

}  // namespace donthu
