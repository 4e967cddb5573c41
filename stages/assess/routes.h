// What the intake unit would do: models/legal/routing.toml.
#pragma once

#include <vector>

#include "models/assessment.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

// Every row that fits each part: suggestions. Parts alike are given once.
std::vector<Routing> SuggestRoutes(const std::vector<Eligibility>& eligibility,
                                   const Competence& competence,
                                   const std::vector<std::string>& flags,
                                   const LegalTables& tables);

}  // namespace donthu
