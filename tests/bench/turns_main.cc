// donthu_turns turns|bent: pages turned by quarters, and bent ones,
// read the way the program reads them. README.md tells what is printed. Exit 3
// where a page was not set upright.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "pipeline/upright.h"
#include "samples/formats/file_format.h"
#include "samples/write_samples.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/cer.h"
#include "tests/bench/geometry_pages.h"
#include "tests/bench/program_engine.h"

namespace donthu::bench {
namespace {

struct Asked {
  std::string letters;
  std::string condition = "spine";
  std::string write;  // folder for scans and truths, for other readers
  int pages = 400;
  int part = 0;  // of `parts`, so that two processes share the pages
  int parts = 1;
  std::uint64_t seed = 1;
};

// Counts what the real engine is asked for.
class CountingEngine : public OcrEngine {
 public:
  explicit CountingEngine(OcrEngine& engine) : engine_(engine) {}
  EngineInfo Info() const override { return engine_.Info(); }
  Result<PageText> Read(const PageImage& page) override {
    ++reads;
    return engine_.Read(page);
  }
  Result<PageText> ReadAs(const ReadingWay& way,
                          const PageImage& page) override {
    ++reads;
    return engine_.ReadAs(way, page);
  }
  Result<Orientation> Orient(const PageImage& page) override {
    ++orientations;
    return engine_.Orient(page);
  }

  int reads = 0;
  int orientations = 0;

 private:
  OcrEngine& engine_;
};

std::string TextOf(const PageText& page) {
  std::string text;
  EachLine(page, [&](const TextLine& line) {
    for (const Word& word : line.words) text += word.text + " ";
    text += "\n";
  });
  return text;
}

using Letters = std::vector<samples::SampleLetter>;

int Turns(const Asked& asked, const Letters& letters, OcrEngine& engine) {
  NoObserver nobody;
  int pages = 0;
  int right = 0;
  int reads = 0;
  int orientations = 0;
  for (int i = asked.part; i < asked.pages; i += asked.parts) {
    const auto page = TurnedPage(letters, i, asked.seed);
    if (!page) return 1;
    CountingEngine counting(engine);
    const auto read = ReadUpright(page->scan, counting, nobody);
    if (!read) return 1;
    const int wanted = (360 - page->turned_deg) % 360;
    const bool is_right = read->clean.rotation_deg == wanted;
    ++pages;
    right += is_right ? 1 : 0;
    reads += counting.reads;
    orientations += counting.orientations;
    std::printf(
        "%s: %s, turned %d, set upright by %d, %.2f sure, read %d, "
        "orientation asked %d\n",
        is_right ? "right" : "WRONG", page->name.c_str(), page->turned_deg,
        read->clean.rotation_deg, MeanConfidence(read->text), counting.reads,
        counting.orientations);
    std::fflush(stdout);
  }
  std::printf("sum %d pages %d right %d readings %d orientations\n", pages,
              right, reads, orientations);
  return right == pages ? 0 : 3;
}

// NAME.png and NAME.txt.
void Write(const std::string& folder, int number, const WrongPage& page) {
  const std::filesystem::path stem =
      std::filesystem::path(folder) / ("page-" + std::to_string(number));
  const auto bytes =
      samples::EncodeFile(samples::FileFormat::kPng, {page.scan}, 90);
  if (bytes) {
    std::ofstream(stem.string() + ".png", std::ios::binary) << *bytes;
  }
  std::ofstream(stem.string() + ".txt", std::ios::binary) << page.text;
}

// The same page read as it lies and with its lines straightened.
int Bent(const Asked& asked, const Letters& letters, OcrEngine& engine) {
  ErrorCount before;
  ErrorCount after;
  const Recognize recognize(engine);
  for (int i = asked.part; i < asked.pages; i += asked.parts) {
    const auto page = PageIn(asked.condition, letters, i, asked.seed);
    if (!page) return 1;
    if (!asked.write.empty()) Write(asked.write, i, *page);
    const auto start = std::chrono::steady_clock::now();
    auto clean = Prepare().Run({page->scan, 0});
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - start;
    if (!clean) return 1;
    const auto straight = recognize.Run(*clean);
    const bool bent = clean->straight.has_value();
    clean->straight.reset();
    const auto plain = bent ? recognize.Run(*clean) : straight;
    if (!straight || !plain) return 1;
    const auto was = CompareTexts(page->text, TextOf(*plain)).characters;
    const auto is = CompareTexts(page->text, TextOf(*straight)).characters;
    before.errors += was.errors;
    before.length += was.length;
    after.errors += is.errors;
    after.length += is.length;
    std::printf("%-22s %-11s %6.2f %% %6.2f %% %5.0f ms\n", page->name.c_str(),
                bent ? "straightened" : "as it lies", 100 * Rate(was),
                100 * Rate(is), took.count());
    std::fflush(stdout);
  }
  std::printf("sum %lld %lld %lld\n", static_cast<long long>(before.length),
              static_cast<long long>(before.errors),
              static_cast<long long>(after.errors));
  return 0;
}

int Run(const std::string& what, const Asked& asked) {
  const auto letters = samples::ReadLetters(asked.letters);
  const auto engine = OpenProgramEngine();
  if (!letters || !engine) return 1;
  if (what == "turns") return Turns(asked, *letters, **engine);
  return Bent(asked, *letters, **engine);
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  donthu::bench::Asked asked;
  CLI::App app("Pages turned by quarters, and bent ones, as they are read.");
  app.require_subcommand(1);
  for (const char* name : {"turns", "bent"})
    app.add_subcommand(name)->fallthrough();
  app.add_option("--letters", asked.letters)->required();
  app.add_option("--condition", asked.condition)->capture_default_str();
  app.add_option("--write", asked.write, "scans and truths, too");
  app.add_option("--pages", asked.pages)->capture_default_str();
  app.add_option("--part", asked.part)->capture_default_str();
  app.add_option("--parts", asked.parts)->capture_default_str();
  app.add_option("--seed", asked.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return donthu::bench::Run(app.get_subcommands().front()->get_name(), asked);
}
