// Readings with their measures and their errors, a line each.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace donthu::bench {

struct MeasuredRow {
  std::string set;
  std::string page;
  std::string way;          // "plain", "turned", "thorough"
  std::int64_t errors = 0;  // of characters
  std::int64_t length = 0;  // of the truth
  std::vector<double> measures;
};

// Tab-separated, without the line's end.
std::string LineOf(const MeasuredRow& row);
// Lines that are none are passed over.
std::vector<MeasuredRow> ReadRows(std::istream& in);

}  // namespace donthu::bench
