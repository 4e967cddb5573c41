#include "tests/bench/measured_rows.h"

#include <cstdlib>
#include <sstream>

namespace donthu::bench {

std::string LineOf(const MeasuredRow& row) {
  std::ostringstream line;
  line << row.set << '\t' << row.page << '\t' << row.way << '\t' << row.errors
       << '\t' << row.length;
  for (const double measure : row.measures) line << '\t' << measure;
  return line.str();
}

std::vector<MeasuredRow> ReadRows(std::istream& in) {
  constexpr std::size_t kBeforeMeasures = 5;
  std::vector<MeasuredRow> rows;
  for (std::string text; std::getline(in, text);) {
    std::istringstream line(text);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(line, cell, '\t');) {
      cells.push_back(cell);
    }
    if (cells.size() <= kBeforeMeasures) continue;
    MeasuredRow row{cells[0],
                    cells[1],
                    cells[2],
                    std::strtoll(cells[3].c_str(), nullptr, 10),
                    std::strtoll(cells[4].c_str(), nullptr, 10),
                    {}};
    for (std::size_t i = kBeforeMeasures; i < cells.size(); ++i) {
      row.measures.push_back(std::strtod(cells[i].c_str(), nullptr));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace donthu::bench
