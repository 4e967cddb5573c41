// The two validators that every record in every test must pass.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/record_json.h"

namespace donthu {

// The schema of models/ in the given form.
std::string SchemaText(SchemaForm form);

// Draft 2020-12 with formats: runs tests/tools/validate_records.py over
// `lines`, one record each. What it printed, then "exit " and its code.
std::string CheckDraft2020(SchemaForm form, const std::string& lines);
// The numbers of the lines that fit, one a line, then "exit 0".
std::string AcceptedByDraft2020(SchemaForm form, const std::string& lines);

// The draft 7 reading of the same schema, without formats.
class Draft7Schema {
 public:
  explicit Draft7Schema(SchemaForm form);
  ~Draft7Schema();
  bool Accepts(std::string_view record) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace donthu
