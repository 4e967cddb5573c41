// Records as JSON, as the contract has it: keys in its order, numbers
// rounded to four decimals, absent values null.
#pragma once

#include <string>
#include <string_view>

#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "models/record.h"
#include "models/result.h"

namespace donthu {

// One line of UTF-8 without a line end.
std::string ToJsonLine(const Record& record);
// The same value, indented by two spaces, for a person; ends with U+000A.
std::string ToJsonPretty(const Record& record);
// The `classification` object alone as one line; `text` is Letter::text,
// from which the quotes are cut.
std::string ToJsonLine(const Classification& classification,
                       const Fields& fields, std::string_view text);

// Reads what ToJsonLine wrote. Fails with kTextInvalid on anything else.
Result<Record> RecordFromJson(std::string_view json);

// "needs_review" and so on, as in a record.
std::string_view ToString(RecordStatus status);

// The JSON Schema (draft 2020-12): open to new keys, or refusing them.
enum class SchemaForm { kPublished, kStrict };
Result<std::string> RecordSchema(SchemaForm form, std::string_view schema_json);

// Four decimals, as every number of a record; -0 becomes 0.
double Rounded(double value);

}  // namespace donthu
