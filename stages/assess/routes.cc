#include "stages/assess/routes.h"

#include <utility>

#include "stages/assess/listing.h"

namespace donthu {
namespace {

bool Fits(const RoutingRow& row, const Eligibility& entry,
          const Competence& competence, const std::vector<std::string>& flags) {
  return Has(row.applies, entry.part) && Allows(row.eligible, entry.eligible) &&
         Allows(row.competent, competence.competent) &&
         (row.flag.empty() || Has(flags, row.flag)) &&
         (row.without_flag.empty() || !Has(flags, row.without_flag));
}

}  // namespace

std::vector<Routing> SuggestRoutes(const std::vector<Eligibility>& eligibility,
                                   const Competence& competence,
                                   const std::vector<std::string>& flags,
                                   const LegalTables& tables) {
  std::vector<Routing> routes;
  for (const Eligibility& entry : eligibility) {
    for (const RoutingRow& row : tables.routes) {
      if (!Fits(row, entry, competence, flags)) continue;
      Routing route = {entry.part, row.action, row.law, row.reason};
      if (!Has(routes, route)) routes.push_back(std::move(route));
    }
  }
  return routes;
}

}  // namespace donthu
