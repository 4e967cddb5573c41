// donthu_den_stamps TRUTH.jsonl … [--views DIR] [--check PERCENT]: how often
// the figures of drawn ĐẾN stamps are read, by condition. The files lie beside
// their truth. README.md tells what is printed. Exit 3 where a check is missed.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/page_way.h"
#include "pipeline/stamps.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/program_engine.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

enum class Outcome { kRight, kMissing, kWrong };

struct Tally {
  std::array<int, 3> number = {};  // by Outcome
  std::array<int, 3> date = {};
  std::array<int, 3> both = {};
};

Outcome Of(const std::optional<std::string>& read, const std::string& truth) {
  if (!read) return Outcome::kMissing;
  return *read == truth ? Outcome::kRight : Outcome::kWrong;
}

std::string Row(const std::array<int, 3>& of) {
  return std::to_string(of[0]) + " / " + std::to_string(of[1]) + " / " +
         std::to_string(of[2]);
}

void WritePgm(const fs::path& path, const PageImage& gray) {
  if (gray.pixels.empty()) return;
  std::ofstream out(path, std::ios::binary);
  out << "P5\n" << gray.width_px << ' ' << gray.height_px << "\n255\n";
  out.write(reinterpret_cast<const char*>(gray.pixels.data()),
            static_cast<std::streamsize>(gray.pixels.size()));
}

class Bench {
 public:
  explicit Bench(std::string views) : views_(std::move(views)) {}

  Status Run(const std::vector<std::string>& truths) {
    auto engine = OpenProgramEngine();
    if (!engine) return Fail(engine.error());
    engine_ = std::move(*engine);
    for (const fs::path truth : truths) {
      std::ifstream lines(truth);
      for (std::string line; std::getline(lines, line);) {
        const auto json = nlohmann::json::parse(line);
        if (!json["received"].is_object()) continue;
        auto counted = Count(json, truth.parent_path());
        if (!counted) return counted;
      }
    }
    return Done{};
  }

  // Whether number and day of both are right on `least_percent` of the stamps.
  bool Print(double least_percent) const {
    std::printf("%-19s %6s  %-16s %-16s %s\n", "right/missing/wrong", "stamps",
                "number", "day", "both");
    bool held = true;
    for (const auto& [condition, tally] : tallies_) {
      const int stamps = tally.both[0] + tally.both[1] + tally.both[2];
      const double right = 100.0 * tally.both[0] / stamps;
      std::printf("%-19s %6d  %-16s %-16s %s\n", condition.c_str(), stamps,
                  Row(tally.number).c_str(), Row(tally.date).c_str(),
                  Row(tally.both).c_str());
      std::printf("%-7s %s: both right on %.1f %% of %d, %.0f %% asked\n",
                  right >= least_percent ? "held" : "missed", condition.c_str(),
                  right, stamps, least_percent);
      held = held && right >= least_percent;
    }
    return held && !tallies_.empty();
  }

 private:
  Status Count(const nlohmann::json& json, const fs::path& folder) {
    const fs::path file = folder / json["file"].get<std::string>();
    auto received = ReadFirstPage(file);
    if (!received) return Fail(received.error());
    const Received read = received->value_or(Received());
    const auto number = json["received"]["number"].get<std::string>();
    const auto date = json["received"]["date"].get<std::string>();
    const Outcome of_number = Of(read.number, number);
    const Outcome of_date = Of(read.date, date);
    Tally& tally = tallies_[json["condition"].get<std::string>()];
    ++tally.number[static_cast<std::size_t>(of_number)];
    ++tally.date[static_cast<std::size_t>(of_date)];
    ++tally.both[static_cast<std::size_t>(std::max(of_number, of_date))];
    if (of_number == Outcome::kRight && of_date == Outcome::kRight) {
      return Done{};
    }
    std::printf("%s: %s of %s, %s of %s\n", file.filename().c_str(),
                read.number.value_or("nothing").c_str(), number.c_str(),
                read.date.value_or("nothing").c_str(), date.c_str());
    return Done{};
  }

  Result<std::optional<Received>> ReadFirstPage(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      return Fail(ErrorCode::kFileUnreadable, file.string(),
                  "The file could not be opened.");
    }
    NoObserver silent;
    const Load load((LoadLimits()));
    auto document = load.Open(descriptor);
    ::close(descriptor);
    if (!document) return Fail(document.error());
    auto scan = LoadPage(load, **document, 1, silent);
    if (!scan) return Fail(scan.error());
    auto clean = Prepare().Run({*scan, 0});
    if (!clean) return Fail(clean.error());
    for (std::size_t i = 0; i < clean->marks.size() && !views_.empty(); ++i) {
      const std::string name =
          views_ + "/" + file.stem().string() + "-" + std::to_string(i);
      WritePgm(name + "-coloured.pgm", clean->marks[i].coloured);
      WritePgm(name + "-all.pgm", clean->marks[i].all);
    }
    PageText text;
    return ReadStamps(clean->marks, text, *engine_, silent);
  }

  std::string views_;
  std::unique_ptr<OcrEngine> engine_;
  std::map<std::string, Tally> tallies_;
};

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::vector<std::string> truths;
  std::string views;
  CLI::App app("Figures of drawn ĐẾN stamps", "donthu_den_stamps");
  app.add_option("TRUTH", truths, "truth.jsonl beside its files")->required();
  app.add_option("--views", views, "write what is read as PGM here");
  double least_percent = 0.0;
  app.add_option("--check", least_percent, "of stamps with both right");
  CLI11_PARSE(app, argc, argv);
  donthu::bench::Bench bench(views);
  const auto ran = bench.Run(truths);
  if (!ran) {
    std::fprintf(stderr, "error: %s: %s\n", ran.error().subject.c_str(),
                 ran.error().detail.c_str());
    return 1;
  }
  return bench.Print(least_percent) ? 0 : 3;
}
