// Clocks that start on the day of receipt: models/legal/deadlines.toml.
#pragma once

#include <vector>

#include "models/assessment.h"
#include "models/office.h"
#include "stages/assess/assess.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

// By the rules in force on the day of receipt, part by part, labels alike
// once; empty where that day is not known.
std::vector<Deadline> StartClocks(const Assess::Input& input,
                                  const LegalTables& tables,
                                  const Office& office);

}  // namespace donthu
