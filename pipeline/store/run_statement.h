// The two shapes of a statement that most of the store is made of.
#pragma once

#include <optional>
#include <string>

#include "models/result.h"
#include "pipeline/store/database.h"

namespace donthu {

// Binds with `bind` and runs to the end.
template <typename Bind>
Status Run(Result<Statement> statement, const Bind& bind) {
  if (!statement) return Fail(statement.error());
  bind(*statement);
  return statement->Run();
}

// Binds with `bind`; the first column of the first row, empty without one.
template <typename Bind>
Result<std::optional<std::string>> FirstText(Result<Statement> statement,
                                             const Bind& bind) {
  if (!statement) return Fail(statement.error());
  bind(*statement);
  const auto row = statement->Step();
  if (!row) return Fail(row.error());
  if (!*row) return std::optional<std::string>();
  return std::optional<std::string>(statement->Text(0));
}

}  // namespace donthu
