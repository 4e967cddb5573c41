// Records as the program wrote them.
#pragma once

#include <string>
#include <vector>

#include "models/record.h"

namespace donthu {

// Of the lines of a records.jsonl; throws on a line that is no record.
std::vector<Record> RecordsOf(const std::string& lines);

// "01.png complete", "02.pdf failed encrypted": file, then what became of it.
// Letters that need a person count as complete.
std::vector<std::string> Outcomes(const std::string& lines);

}  // namespace donthu
