// A complaint that passes every check, for tests to spoil one thing of.
#pragma once

#include <optional>
#include <string>

#include "stages/assess/assess.h"
#include "stages/assess/legal_tables.h"

namespace donthu {

struct SampleLetter {
  Letter letter;
  Fields fields;
  Classification classification;
  std::optional<std::string> received = "2026-07-06";
  Office office;

  Assessment Assessed() const;
};

LocatedText Text(const std::string& value);
SampleLetter SampleOf(Label label);
// The committee of a ward, which names its Party committee, too.
Office Ward();
// The tables of models/legal/.
std::shared_ptr<const LegalTables> Tables();

// "pass", "fail", "unknown", "not_applicable" of the first part's check.
std::string ResultOf(const SampleLetter& sample, const std::string& check);
// "true", "false" or "null".
std::string EligibleOf(const SampleLetter& sample);
// Actions, joined by spaces.
std::string RoutesOf(const SampleLetter& sample);
// Flags, joined by spaces.
std::string FlagsOf(const SampleLetter& sample);
// Ids, each with "=" and its last day, joined by spaces.
std::string ClocksOf(const SampleLetter& sample);

}  // namespace donthu
