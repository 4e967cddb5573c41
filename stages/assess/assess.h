// assess: what the law says of a classified letter: eligibility (Thông tư
// 05/2021/TT-TTCP Điều 6), deadlines, routing. Hints, never decisions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/assessment.h"
#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "models/office.h"
#include "models/result.h"

namespace donthu {

class LegalTables;  // stages/assess/legal_tables.h

// Thread-safe: Run() is const and the tables are never changed.
class Assess {
 public:
  static constexpr std::string_view kName = "assess";
  struct Input {
    const Letter& letter;
    const Fields& fields;
    const Classification& classification;
    std::optional<std::string> received_date;  // ISO
  };
  using Output = Assessment;

  Assess(std::shared_ptr<const LegalTables> tables, Office office);
  ~Assess();

  Result<Output> Run(const Input& input) const;

 private:
  std::shared_ptr<const LegalTables> tables_;
  Office office_;
};

// Loads and checks models/legal/. Fails with kModelMissing, naming the file
// and the row.
Result<std::shared_ptr<const LegalTables>> LoadLegalTables(
    const std::string& folder);
// Version of the tables, for provenance.rules_version.
std::string LegalTablesVersion(const LegalTables& tables);

}  // namespace donthu
