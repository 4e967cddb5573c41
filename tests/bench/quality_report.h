// How near predicted quality is to the truth.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace donthu::bench {

struct JudgedPage {
  std::string set;
  std::int64_t errors = 0;  // of characters, of the reading that was kept
  std::int64_t length = 0;  // of the truth
  double expected = 0.0;    // predicted_cer
  int readings = 1;
  std::int64_t first_errors = 0;  // of the first reading

  // 0 to 1.
  double rate() const;
  double first_rate() const;
};

struct SetQuality {
  std::string set;
  int pages = 0;
  int read_again = 0;        // pages read more than once
  double correlation = 0.0;  // Spearman's, of expected and true rates
  double mean_rate = 0.0;    // of the pages
  double mean_expected = 0.0;
  double mean_first_rate = 0.0;  // had the first reading been kept
};

// Sets in the order of their names, `all` last.
std::vector<SetQuality> SetQualities(const std::vector<JudgedPage>& pages,
                                     const std::string& all);

// Pages by what is expected of them, [from, to).
struct RateBin {
  double from = 0.0;
  double to = 0.0;
  int pages = 0;
  double mean_expected = 0.0;
  double mean_rate = 0.0;
};
std::vector<RateBin> Calibration(const std::vector<JudgedPage>& pages);

}  // namespace donthu::bench
