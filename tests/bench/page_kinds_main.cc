// donthu_page_kinds: how well examine tells blank pages and handwriting.
// README.md tells what is printed. Exit 3 where a target is missed.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "samples/formats/file_format.h"
#include "samples/kinds/drawn_kinds.h"
#include "samples/write_samples.h"
#include "stages/examine/examine.h"
#include "stages/examine/scores.h"
#include "stages/load/load.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/composed_pages.h"
#include "tests/bench/separation.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;
using samples::PageKind;
using samples::Rng;

struct Asked {
  std::string letters;
  std::string data;   // empty: drawn pages only
  std::string write;  // files of pages of every kind instead of figures
  int content = 2000;
  int blanks = 500;
  int composed = 100;
  int real = 1000;  // PDF pages of each set by others at most
  std::uint64_t seed = 2;
};

struct Letters {
  std::vector<samples::SampleLetter> kept_back;  // from the fit
};

// Content pages of a hundred, in the order of PageKind.
constexpr std::array<int, 5> kContentMix = {42, 42, 8, 1, 7};

struct Seen {
  double blank = 0.0;
  double hand = 0.0;
  PageStatus status = PageStatus::kOk;
  PageImage clean;
};

// What the stage makes of a scan, the engine aside.
struct Clock {
  double milliseconds = 0.0;
  int pages = 0;
};

Result<Seen> Look(const PageImage& scan, Clock& clock) {
  auto clean = Prepare().Run({scan, 0});
  if (!clean) return Fail(clean.error());
  const PageText nothing{clean->image.width_px, clean->image.height_px, {}};
  const auto start = std::chrono::steady_clock::now();
  const auto found = Examine().Run({*clean, nothing});
  const std::chrono::duration<double, std::milli> took =
      std::chrono::steady_clock::now() - start;
  if (!found) return Fail(found.error());
  if (clean->image.dpi_x > 299 && clean->image.dpi_x < 301) {
    clock.milliseconds += took.count();
    ++clock.pages;
  }
  return Seen{found->blank_score, found->handwriting_score, found->status,
              std::move(clean->image)};
}

struct Tally {
  int pages = 0;
  int blank = 0;
};

class Bench {
 public:
  explicit Bench(const Asked& asked) : asked_(asked), root_(asked.seed) {}

  int Run() {
    const auto read = samples::ReadLetters(asked_.letters);
    if (!read) return Complain(read.error());
    for (std::size_t i = 1; i < read->size(); i += 2) {
      letters_.push_back((*read)[i]);
    }
    if (!asked_.write.empty()) return WriteFiles();
    Content();
    Blanks();
    if (!asked_.data.empty()) RealPrint();
    if (!asked_.data.empty()) Hands();
    Report();
    return missed_ ? 3 : 0;
  }

 private:
  static int Complain(const Error& error) {
    std::fprintf(stderr, "donthu_page_kinds: %s: %s\n", error.subject.c_str(),
                 error.detail.c_str());
    return 1;
  }

  Rng Chance(PageKind kind, int i) const {
    return root_.Fork(samples::kPageKinds[static_cast<std::size_t>(kind)])
        .Fork(std::to_string(i));
  }

  void Content() {
    for (std::size_t k = 0; k < kContentMix.size(); ++k) {
      const auto kind = static_cast<PageKind>(k);
      for (int i = 0; i < asked_.content * kContentMix[k] / 100; ++i) {
        const auto drawn = samples::DrawKind(letters_, kind, Chance(kind, i));
        if (!drawn) continue;
        const auto seen = Look(drawn->scan, clock_);
        if (!seen) continue;
        Tally& tally = content_[std::string(samples::kPageKinds[k])];
        ++tally.pages;
        if (seen->status == PageStatus::kBlank) {
          ++tally.blank;
          std::printf("called blank: %s, %s, number %d, score %.4f\n",
                      std::string(samples::kPageKinds[k]).c_str(),
                      drawn->detail.c_str(), i, seen->blank);
        }
        hands_[std::string(samples::kPageKinds[k])].push_back(seen->hand);
      }
    }
  }

  void Blanks() {
    for (int i = 0; i < asked_.blanks; ++i) {
      const auto drawn = samples::DrawKind(letters_, PageKind::kBlank,
                                           Chance(PageKind::kBlank, i));
      if (!drawn) continue;
      const auto seen = Look(drawn->scan, clock_);
      if (!seen) continue;
      Tally& tally = blanks_[drawn->detail.substr(0, drawn->detail.find(','))];
      ++tally.pages;
      if (seen->status == PageStatus::kBlank) {
        ++tally.blank;
      } else {
        std::printf("not found: %s, number %d, score %.4f\n",
                    drawn->detail.c_str(), i, seen->blank);
      }
    }
  }

  void RealPrint() {
    for (const char* folder :
         {"law_khieu_nai", "law_to_cao", "offices", "drawn_by_others/pdf"}) {
      std::vector<fs::path> files;
      std::error_code ignored;
      for (const auto& entry : fs::directory_iterator(
               fs::path(asked_.data) / "scans" / folder, ignored)) {
        if (entry.path().extension() == ".pdf") files.push_back(entry.path());
      }
      std::sort(files.begin(), files.end());
      for (const fs::path& file : files) ReadFile(file, folder);
    }
  }

  void ReadFile(const fs::path& file, const std::string& set) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    const Load load{LoadLimits()};
    const auto document = load.Open(descriptor);
    ::close(descriptor);
    if (!document) return;
    for (int page = 1; page <= (*document)->PageCount(); ++page) {
      if (content_["real: " + set].pages >= asked_.real) return;
      const auto scan = load.Run({**document, page});
      if (!scan) continue;
      Clock unused;
      const auto seen = Look(*scan, unused);
      if (!seen) continue;
      Tally& tally = content_["real: " + set];
      ++tally.pages;
      if (seen->status == PageStatus::kBlank) {
        ++tally.blank;
        std::printf("called blank: a page of %s\n", set.c_str());
      }
      hands_["real: " + set].push_back(seen->hand);
      AddPrintLines(seen->clean);
    }
  }

  void AddPrintLines(const PageImage& clean) {
    for (const MeasuredLine& line : MeasuresOf(clean).lines) {
      if (line.letters >= 12) print_lines_.push_back(LineScore(line.measures));
    }
  }

  // All lines found on it, each by its width.
  static double ScoreOfLine(const PageImage& page) {
    double score = 0.0;
    double width = 0.0;
    for (const MeasuredLine& line : MeasuresOf(page).lines) {
      score += LineScore(line.measures) * line.width_px;
      width += line.width_px;
    }
    return width > 0.0 ? score / width : 0.0;
  }

  void Hands() {
    const auto lines =
        RealLines(fs::path(asked_.data) / "scans" / "handwriting");
    if (!lines) {
      Complain(lines.error());
      missed_ = true;
      return;
    }
    for (const PageImage& line : *lines) {
      hand_lines_.push_back(ScoreOfLine(LinePage(line)));
    }
    for (int i = 0; i < asked_.composed; ++i) {
      const Rng rng = root_.Fork("composed").Fork(std::to_string(i));
      Add("hand", HandPage(*lines, rng.Fork("hand")));
      const auto form =
          FormPage(letters_[static_cast<std::size_t>(i) % letters_.size()],
                   *lines, rng.Fork("form"));
      if (form) Add("form", *form);
    }
  }

  void Add(const std::string& name, const PageImage& scan) {
    Clock unused;
    const auto seen = Look(scan, unused);
    if (!seen) return;
    composed_[name].push_back(seen->hand);
    if (seen->status == PageStatus::kBlank) ++content_["composed"].blank;
    ++content_["composed"].pages;
  }

  void Check(bool holds, const std::string& what) {
    std::printf("%s: %s\n", holds ? "met" : "MISSED", what.c_str());
    missed_ = missed_ || !holds;
  }

  static Tally Sum(const std::map<std::string, Tally>& tallies,
                   const char* title) {
    Tally all;
    for (const auto& [name, tally] : tallies) {
      std::printf("%-8s %-26s %6d %8d\n", title, name.c_str(), tally.pages,
                  tally.blank);
      all.pages += tally.pages;
      all.blank += tally.blank;
    }
    return all;
  }

  void ReportArea(const char* what, const std::vector<double>& positives,
                  const std::vector<double>& negatives, const char* against) {
    const double area = AreaUnderCurve({positives, negatives});
    std::array<char, 200> text{};
    std::snprintf(text.data(), text.size(),
                  "%s: %zu against %zu %s: area under the curve %.4f, called "
                  "handwritten %.1f %% and %.1f %% (area at least 0.98)",
                  what, positives.size(), negatives.size(), against, area,
                  100 * ShareWithin(positives, 0.5, 2),
                  100 * ShareWithin(negatives, 0.5, 2));
    Check(area >= 0.98, text.data());
  }

  void Report() {
    std::printf("\n%-8s %-26s %6s %8s\n", "", "pages", "number", "blank");
    const Tally content = Sum(content_, "content");
    const Tally blanks = Sum(blanks_, "blank");
    std::printf("\n");
    Check(content.blank == 0, std::to_string(content.blank) + " of " +
                                  std::to_string(content.pages) +
                                  " pages with content called blank (none)");
    const double found = 100.0 * blanks.blank / std::max(1, blanks.pages);
    Check(found >= 98, std::to_string(found) + " % of " +
                           std::to_string(blanks.pages) +
                           " blank pages found (at least 98)");
    std::vector<double> drawn_print = hands_["printed"];
    std::vector<double> drawn_hand = hands_["pen"];
    drawn_hand.insert(drawn_hand.end(), hands_["face"].begin(),
                      hands_["face"].end());
    ReportArea("drawn hands", drawn_hand, drawn_print, "drawn prints");
    ReportArea("drawn forms", hands_["form"], drawn_print, "drawn prints");
    if (!composed_.empty()) ReportReal(drawn_print);
    std::printf("time: %.1f ms a page, mean of %d pages of 300 dpi\n",
                clock_.milliseconds / std::max(1, clock_.pages), clock_.pages);
  }

  void ReportReal(const std::vector<double>& drawn_print) {
    std::vector<double> print = drawn_print;
    std::vector<double> real;
    for (const auto& [name, scores] : hands_) {
      if (name.find("real: ") != 0) continue;
      real.insert(real.end(), scores.begin(), scores.end());
    }
    print.insert(print.end(), real.begin(), real.end());
    for (const char* name : {"hand", "form"}) {
      const std::string what = std::string("real lines, ") + name;
      ReportArea(what.c_str(), composed_[name], print, "prints");
      ReportArea(what.c_str(), composed_[name], real, "real prints");
    }
    ReportArea("by line", hand_lines_, print_lines_, "lines of real prints");
  }

  int WriteFiles() {
    for (int i = 0; i < asked_.content; ++i) {
      const auto kind = static_cast<PageKind>(
          i % static_cast<int>(samples::kPageKinds.size()));
      const auto drawn =
          samples::DrawKind(letters_, kind, Chance(kind, 100000 + i));
      if (!drawn) return Complain(drawn.error());
      const auto bytes =
          samples::EncodeFile(samples::FileFormat::kPng, {drawn->scan}, 90);
      if (!bytes) return Complain(bytes.error());
      const std::string name =
          std::string(samples::kPageKinds[static_cast<std::size_t>(kind)]) +
          "-" + std::to_string(i) + ".png";
      std::ofstream(fs::path(asked_.write) / name, std::ios::binary) << *bytes;
    }
    return 0;
  }

  Asked asked_;
  Rng root_;
  std::vector<samples::SampleLetter> letters_;
  std::map<std::string, Tally> content_;
  std::map<std::string, Tally> blanks_;
  std::map<std::string, std::vector<double>> hands_;     // drawn and real
  std::map<std::string, std::vector<double>> composed_;  // of real lines
  std::vector<double> hand_lines_;
  std::vector<double> print_lines_;
  Clock clock_;
  bool missed_ = false;
};

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  donthu::bench::Asked asked;
  CLI::App app("How well examine tells blank pages and handwriting.");
  app.add_option("--letters", asked.letters)->required();
  app.add_option("--data", asked.data, "folder with scans by others");
  app.add_option("--write", asked.write, "put pages as files here, and end");
  app.add_option("--content", asked.content)->capture_default_str();
  app.add_option("--blanks", asked.blanks)->capture_default_str();
  app.add_option("--composed", asked.composed)->capture_default_str();
  app.add_option("--real", asked.real)->capture_default_str();
  app.add_option("--seed", asked.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return donthu::bench::Bench(asked).Run();
}
