#include "stages/assess/assess.h"

#include <utility>

#include "stages/assess/clocks.h"
#include "stages/assess/competence.h"
#include "stages/assess/eligibility.h"
#include "stages/assess/flags.h"
#include "stages/assess/hints.h"
#include "stages/assess/legal_tables.h"
#include "stages/assess/routes.h"

namespace donthu {

Assess::Assess(std::shared_ptr<const LegalTables> tables, Office office)
    : tables_(std::move(tables)), office_(std::move(office)) {}

Assess::~Assess() = default;

Result<Assessment> Assess::Run(const Input& input) const {
  Assessment found;
  found.competence = JudgeCompetence(input, office_);
  found.eligibility = JudgeEligibility(input, *tables_, found.competence);
  found.flags = RaiseFlags(input, *tables_);
  found.routing =
      SuggestRoutes(found.eligibility, found.competence, found.flags, *tables_);
  for (Routing& hint : SuggestHints(input, found.competence, *tables_)) {
    found.routing.push_back(std::move(hint));
  }
  found.deadlines = StartClocks(input, *tables_, office_);
  return found;
}

}  // namespace donthu
