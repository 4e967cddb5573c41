// Thông tư 05/2021/TT-TTCP Điều 6 khoản 2, condition by condition.
#pragma once

#include <string_view>
#include <vector>

#include "models/assessment.h"
#include "stages/assess/assess.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

// Whether the program can answer a row of checks.toml with this id.
bool IsKnownCheck(std::string_view id);

// One entry a part, every row of the table in each. `eligible` is true
// where all that apply pass, false where one fails, empty where one is
// unknown, none applies, the letter is mixed in one part, or an anonymous
// denunciation may still be looked into (LTC Đ25 k2).
std::vector<Eligibility> JudgeEligibility(const Assess::Input& input,
                                          const LegalTables& tables,
                                          const Competence& competence);

// The labels of the parts; the letter's own where it has none.
std::vector<Label> PartLabels(const Classification& classification);

}  // namespace donthu
