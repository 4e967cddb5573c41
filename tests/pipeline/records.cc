#include "tests/pipeline/records.h"

#include <sstream>
#include <stdexcept>

#include "models/record_json.h"

namespace donthu {

std::vector<Record> RecordsOf(const std::string& lines) {
  std::istringstream in(lines);
  std::vector<Record> records;
  for (std::string line; std::getline(in, line);) {
    auto record = RecordFromJson(line);
    if (!record) throw std::runtime_error(record.error().detail);
    records.push_back(*std::move(record));
  }
  return records;
}

std::vector<std::string> Outcomes(const std::string& lines) {
  std::vector<std::string> outcomes;
  for (const Record& record : RecordsOf(lines)) {
    outcomes.push_back(
        record.source.file +
        (record.error ? " failed " + std::string(ToString(record.error->code))
                      : " complete"));
  }
  return outcomes;
}

}  // namespace donthu
