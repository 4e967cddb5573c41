// donthu_skew: how near prepare comes to the skew of drawn pages.
// README.md tells what is printed. Exit 3 where a page is off by more than 0.2
// degrees.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "samples/write_samples.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/geometry_pages.h"

namespace donthu::bench {
namespace {

constexpr double kMostDeg = 0.2;

struct Asked {
  std::string letters;
  int pages = 240;
  std::uint64_t seed = 1;
};

void Print(const std::string& name, std::vector<double> off) {
  std::sort(off.begin(), off.end());
  double sum = 0.0;
  for (const double degrees : off) sum += degrees;
  const auto count = static_cast<double>(off.size());
  const auto beyond = std::count_if(off.begin(), off.end(), [](double degrees) {
    return degrees > kMostDeg;
  });
  std::printf("%-24s %6zu %8.3f %8.3f %8.3f %8zu\n", name.c_str(), off.size(),
              sum / count, off[static_cast<std::size_t>(0.95 * (count - 1))],
              off.back(), static_cast<std::size_t>(beyond));
}

int Run(const Asked& asked) {
  const auto letters = samples::ReadLetters(asked.letters);
  if (!letters) return 1;
  std::map<std::string, std::vector<double>> off;
  double milliseconds = 0.0;
  bool missed = false;
  for (int i = 0; i < asked.pages; ++i) {
    const auto page = SkewedPage(*letters, i, asked.seed);
    if (!page) return 1;
    const auto start = std::chrono::steady_clock::now();
    const auto clean = Prepare().Run({page->scan, 0});
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - start;
    if (!clean) return 1;
    milliseconds += took.count();
    const double left = std::abs(clean->skew_deg - page->skew_deg);
    if (left > kMostDeg) {
      missed = true;
      std::printf(
          "off: %s, skew %.2f, found %.2f%s\n", page->name.c_str(),
          page->skew_deg, clean->skew_deg,
          clean->lines_run == LinesRun::kDown ? ", taken for sideways" : "");
    }
    off["all"].push_back(left);
    std::string part = page->name;
    for (int skip = 0; skip < 3; ++skip) part.erase(0, part.find(' ') + 1);
    off[part].push_back(left);
  }
  std::printf("%-24s %6s %8s %8s %8s %8s\n", "degrees off", "pages", "mean",
              "95 %", "most", "over 0.2");
  for (const auto& [name, degrees] : off) Print(name, degrees);
  std::printf("prepare: %.0f ms a page\n", milliseconds / asked.pages);
  return missed ? 3 : 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  donthu::bench::Asked asked;
  CLI::App app("How near prepare comes to the skew of drawn pages.");
  app.add_option("--letters", asked.letters)->required();
  app.add_option("--pages", asked.pages)->capture_default_str();
  app.add_option("--seed", asked.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return donthu::bench::Run(asked);
}
