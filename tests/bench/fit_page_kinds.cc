// donthu_fit_page_kinds measure LETTERS PAGES SEED > MEASURES
// donthu_fit_page_kinds fit MEASURES… > stages/examine/fitted.h
// Draws pages of every kind from every other letter and measures them as
// examine does; fits its three models. The report goes to standard error.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "samples/kinds/drawn_kinds.h"
#include "samples/write_samples.h"
#include "stages/classify/linear.h"
#include "stages/examine/logistic.h"
#include "stages/examine/scores.h"
#include "stages/prepare/prepare.h"
#include "tests/bench/separation.h"

namespace donthu::bench {
namespace {

using samples::PageKind;

// Pages of each kind for a hundred pages, in the order of PageKind.
constexpr std::array<int, 6> kMix = {24, 18, 19, 3, 14, 22};
// liblinear's C for all examples together. The lines of one page are alike,
// so that they count as few; blank pages are told by all of theirs.
constexpr double kCost = 20.0;
constexpr double kBlankCost = 1000.0;
// What each measure must say for the model to hold beyond what was drawn: 1
// more likely, -1 less. One that was fitted the other way is left out.
constexpr std::array<int, 6> kBlankSigns = {-1, -1, -1, -1, -1, -1};
constexpr std::array<int, 5> kLineSigns = {-1, -1, -1, -1, 1};
constexpr std::array<int, 4> kHandSigns = {1, 1, 1, 1};

struct Page {
  PageKind kind = PageKind::kPrinted;
  std::string detail;
  PageMeasures measures;
};

template <std::size_t N>
struct Examples {
  std::vector<std::array<double, N>> measures;
  std::vector<char> positive;

  void Add(const std::array<double, N>& row, bool is) {
    measures.push_back(row);
    positive.push_back(is ? 1 : 0);
  }
};

// Fitted over measures of mean 0 and deviation 1, given back for measures as
// they are.
template <std::size_t N>
Logistic<N> FitOnce(const Examples<N>& examples, double cost) {
  std::array<double, N> mean{};
  std::array<double, N> deviation{};
  const auto count = static_cast<double>(examples.measures.size());
  for (std::size_t i = 0; i < N; ++i) {
    for (const auto& row : examples.measures) mean[i] += row[i] / count;
    for (const auto& row : examples.measures) {
      deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / count;
    }
    deviation[i] = std::max(1e-6, std::sqrt(deviation[i]));
  }
  LinearProblem problem;
  problem.width = static_cast<int>(N);
  for (const auto& row : examples.measures) {
    SparseRow& out = problem.rows.emplace_back();
    for (std::size_t i = 0; i < N; ++i) {
      out.push_back({static_cast<int>(i),
                     static_cast<float>((row[i] - mean[i]) / deviation[i])});
    }
  }
  const LinearFit fit =
      LogisticFitter(problem).Fit(examples.positive, cost / count);
  Logistic<N> model;
  model.bias = fit.bias;
  for (std::size_t i = 0; i < N; ++i) {
    model.weights[i] = fit.weights[i] / deviation[i];
    model.bias -= model.weights[i] * mean[i];
  }
  return model;
}

template <std::size_t N>
Logistic<N> Fit(Examples<N> examples, const std::array<int, N>& signs,
                double cost) {
  for (;;) {
    const Logistic<N> model = FitOnce(examples, cost);
    bool sound = true;
    for (std::size_t i = 0; i < N; ++i) {
      if (model.weights[i] * signs[i] >= 0) continue;
      sound = false;
      for (auto& row : examples.measures) row[i] = 0.0;
    }
    if (sound) return model;
  }
}

template <std::size_t N>
double SumOf(const Logistic<N>& model, const std::array<double, N>& row) {
  const double p = model(row);
  return std::log(std::max(p, 1e-300) / std::max(1 - p, 1e-300));
}

template <std::size_t N>
void Report(const char* name, const Logistic<N>& model,
            const Examples<N>& examples) {
  Separation separation;
  for (std::size_t i = 0; i < examples.measures.size(); ++i) {
    (examples.positive[i] != 0 ? separation.positives : separation.negatives)
        .push_back(model(examples.measures[i]));
  }
  std::fprintf(stderr,
               "%-6s %5zu yes, %5zu no, area under the curve %.4f, below 0.5 "
               "of yes %.2f %%, above of no %.2f %%\n",
               name, separation.positives.size(), separation.negatives.size(),
               AreaUnderCurve(separation),
               100 * ShareWithin(separation.positives, -1.0, 0.5),
               100 * ShareWithin(separation.negatives, 0.5, 2.0));
}

template <std::size_t N, std::size_t M>
void Print(const char* name, const char* list, const Logistic<N>& model,
           const std::array<std::string_view, M>& names) {
  std::printf("\ninline constexpr Logistic<%s.size()> %s = {\n    {{\n", list,
              name);
  for (std::size_t i = 0; i < N; ++i) {
    std::printf("        %.6g,  // %s\n", model.weights[i],
                std::string(names[i]).c_str());
  }
  std::printf("    }},\n    %.6g};\n", model.bias);
}

template <std::size_t N>
void Put(const std::array<double, N>& row) {
  for (const double value : row) std::printf(" %.5g", value);
}

template <std::size_t N>
void Take(std::istream& in, std::array<double, N>& row) {
  for (double& value : row) in >> value;
}

void PutPage(const Page& page) {
  std::printf("page %d", static_cast<int>(page.kind));
  Put(page.measures.blank);
  std::printf(" %s\n", page.detail.c_str());
  for (const MeasuredLine& line : page.measures.lines) {
    std::printf("line %d %d", line.letters, line.width_px);
    Put(line.measures);
    std::printf("\n");
  }
}

int Measure(const char* folder, int count, std::uint64_t seed) {
  const auto read = samples::ReadLetters(folder);
  if (!read) return 1;
  std::vector<samples::SampleLetter> letters;
  for (std::size_t i = 0; i < read->size(); i += 2) {
    letters.push_back((*read)[i]);
  }
  const samples::Rng root(seed);
  for (int i = 0; i < count; ++i) {
    // The kinds in turn, so that an interrupted run holds all of them.
    int place = i * 37 % 100;
    std::size_t kind = 0;
    while (place >= kMix[kind]) place -= kMix[kind++];
    const auto which = static_cast<PageKind>(kind);
    const auto drawn =
        samples::DrawKind(letters, which, root.Fork(std::to_string(i)));
    if (!drawn) return 1;
    const auto clean = Prepare().Run({drawn->scan, 0});
    if (!clean) return 1;
    PutPage({which, drawn->detail, MeasuresOf(clean->image)});
    std::fflush(stdout);
  }
  return 0;
}

void ReadPages(const char* file, std::vector<Page>& pages) {
  std::ifstream in(file);
  for (std::string text; std::getline(in, text);) {
    std::istringstream row(text);
    std::string what;
    row >> what;
    if (what == "page") {
      int kind = 0;
      Page page;
      row >> kind;
      page.kind = static_cast<PageKind>(kind);
      Take(row, page.measures.blank);
      std::getline(row, page.detail);
      pages.push_back(page);
    } else if (what == "line" && !pages.empty()) {
      MeasuredLine line;
      row >> line.letters >> line.width_px;
      Take(row, line.measures);
      pages.back().measures.lines.push_back(line);
    }
  }
}

bool ByHand(PageKind kind) {
  return kind == PageKind::kByPen || kind == PageKind::kByFace ||
         kind == PageKind::kForm;
}

Logistic<kLineMeasures.size()> FitLines(const std::vector<Page>& pages) {
  Examples<kLineMeasures.size()> lines;
  for (const Page& page : pages) {
    // A form holds both, and nobody tells its lines apart.
    const bool blank = page.kind == PageKind::kBlank;
    if (blank || page.kind == PageKind::kForm) continue;
    for (const MeasuredLine& line : page.measures.lines) {
      if (line.letters >= 6) lines.Add(line.measures, ByHand(page.kind));
    }
  }
  const auto model = Fit(lines, kLineSigns, kCost);
  Report("line", model, lines);
  return model;
}

Logistic<kHandMeasures.size()> FitHand(
    const std::vector<Page>& pages,
    const Logistic<kLineMeasures.size()>& line_model) {
  Examples<kHandMeasures.size()> examples;
  for (const Page& page : pages) {
    if (page.kind == PageKind::kBlank || page.measures.lines.empty()) continue;
    std::vector<double> probabilities;
    for (const MeasuredLine& line : page.measures.lines) {
      probabilities.push_back(line_model(line.measures));
    }
    examples.Add(MeasureHand(page.measures.lines, probabilities),
                 ByHand(page.kind));
  }
  const auto model = Fit(examples, kHandSigns, kCost);
  Report("hand", model, examples);
  return model;
}

// Where to part the two in the model's sum: halfway between the page with
// content that is most like a blank one and the blank page that is least, and
// never nearer to content than this.
double BlankBoundary(const std::vector<Page>& pages,
                     const Logistic<kBlankMeasures.size()>& model) {
  constexpr double kLeastDistance = 1.0;
  double content = -1e9;
  double blank = 1e9;
  std::string nearest;
  for (const Page& page : pages) {
    const double sum = SumOf(model, page.measures.blank);
    if (page.kind == PageKind::kBlank) {
      blank = std::min(blank, sum);
    } else if (sum > content) {
      content = sum;
      nearest =
          std::string(samples::kPageKinds[static_cast<std::size_t>(page.kind)]);
      nearest += page.detail;
    }
  }
  std::fprintf(stderr, "blank  content to %.2f (%s), blank from %.2f\n",
               content, nearest.c_str(), blank);
  return std::max((content + blank) / 2, content + kLeastDistance);
}

// Photographs and sketches hold no letters, only ink: none is drawn, so some
// blank pages count once more as content with 3 % of their middle dark.
void AddPictures(const std::vector<Page>& pages,
                 Examples<kBlankMeasures.size()>& examples) {
  int blank = 0;
  for (const Page& page : pages) {
    if (page.kind != PageKind::kBlank || ++blank % 4 != 0) continue;
    BlankMeasures measures = page.measures.blank;
    measures.back() = std::log1p(3.0);
    examples.Add(measures, false);
  }
}

Logistic<kBlankMeasures.size()> FitBlank(const std::vector<Page>& pages) {
  Examples<kBlankMeasures.size()> examples;
  for (const Page& page : pages) {
    examples.Add(page.measures.blank, page.kind == PageKind::kBlank);
  }
  AddPictures(pages, examples);
  auto model = Fit(examples, kBlankSigns, kBlankCost);
  model.bias -= BlankBoundary(pages, model);
  Report("blank", model, examples);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (examples.positive[i] == 0 || model(examples.measures[i]) >= 0.5) {
      continue;
    }
    std::fprintf(stderr, "not found: %s\n", pages[i].detail.c_str());
  }
  return model;
}

int FitAll(const std::vector<Page>& pages) {
  std::fprintf(stderr, "%zu drawn pages\n", pages.size());
  const auto blank = FitBlank(pages);
  const auto line = FitLines(pages);
  const auto hand = FitHand(pages, line);
  std::printf(
      "// Written by donthu_fit_page_kinds from %zu drawn pages; not to be\n"
      "// edited.\n#pragma once\n\n"
      "#include \"stages/examine/blank_measures.h\"\n"
      "#include \"stages/examine/hand_measures.h\"\n"
      "#include \"stages/examine/logistic.h\"\n\nnamespace donthu {\n",
      pages.size());
  Print("kBlankModel", "kBlankMeasures", blank, kBlankMeasures);
  Print("kLineModel", "kLineMeasures", line, kLineMeasures);
  Print("kHandModel", "kHandMeasures", hand, kHandMeasures);
  std::printf("\n}  // namespace donthu\n");
  return 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "measure" && argc == 5) {
    return donthu::bench::Measure(argv[2], std::atoi(argv[3]),
                                  std::strtoull(argv[4], nullptr, 10));
  }
  if (mode == "fit" && argc > 2) {
    std::vector<donthu::bench::Page> pages;
    for (int i = 2; i < argc; ++i) donthu::bench::ReadPages(argv[i], pages);
    return donthu::bench::FitAll(pages);
  }
  std::fputs(
      "usage: donthu_fit_page_kinds measure LETTERS PAGES SEED\n"
      "       donthu_fit_page_kinds fit MEASURES...\n",
      stderr);
  return 2;
}
