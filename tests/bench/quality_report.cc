#include "tests/bench/quality_report.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>

#include "tests/bench/cer.h"
#include "tests/bench/rank.h"

namespace donthu::bench {
namespace {

SetQuality QualityOf(const std::string& set,
                     const std::vector<JudgedPage>& pages) {
  SetQuality quality;
  quality.set = set;
  quality.pages = static_cast<int>(pages.size());
  std::vector<double> rates;
  std::vector<double> expected;
  for (const JudgedPage& page : pages) {
    rates.push_back(page.rate());
    expected.push_back(page.expected);
    quality.mean_rate += page.rate() / quality.pages;
    quality.mean_expected += page.expected / quality.pages;
    quality.mean_first_rate += page.first_rate() / quality.pages;
    if (page.readings > 1) ++quality.read_again;
  }
  quality.correlation = RankCorrelation(rates, expected);
  return quality;
}

}  // namespace

double JudgedPage::rate() const {
  return std::min(1.0, Rate({errors, length}));
}

double JudgedPage::first_rate() const {
  return std::min(1.0, Rate({first_errors, length}));
}

std::vector<SetQuality> SetQualities(const std::vector<JudgedPage>& pages,
                                     const std::string& all) {
  std::map<std::string, std::vector<JudgedPage>> sets;
  for (const JudgedPage& page : pages) sets[page.set].push_back(page);
  std::vector<SetQuality> qualities;
  for (const auto& [set, of_set] : sets) {
    qualities.push_back(QualityOf(set, of_set));
  }
  qualities.push_back(QualityOf(all, pages));
  return qualities;
}

std::vector<RateBin> Calibration(const std::vector<JudgedPage>& pages) {
  constexpr std::array<double, 7> kEdges = {0.0,  0.005, 0.01, 0.02,
                                            0.05, 0.15,  1.01};
  std::vector<RateBin> bins;
  for (std::size_t i = 0; i + 1 < kEdges.size(); ++i) {
    RateBin bin{kEdges[i], kEdges[i + 1]};
    for (const JudgedPage& page : pages) {
      if (page.expected < bin.from || page.expected >= bin.to) continue;
      ++bin.pages;
      bin.mean_expected += page.expected;
      bin.mean_rate += page.rate();
    }
    if (bin.pages > 0) {
      bin.mean_expected /= bin.pages;
      bin.mean_rate /= bin.pages;
    }
    bins.push_back(bin);
  }
  return bins;
}

}  // namespace donthu::bench
