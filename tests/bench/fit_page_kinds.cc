// donthu_fit_page_kinds LETTERS_DIR PAGES SEED > stages/examine/fitted.h
// Draws pages of every kind from every other letter, measures them as examine
// does, and fits its three models. The report goes to standard error.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
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
constexpr double kCost = 4.0;
// No drawn page with content may come nearer to being called blank than
// this, in the model's sum.
constexpr double kBlankDistance = 1.5;

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
Logistic<N> Fit(const Examples<N>& examples) {
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
  const LinearFit fit = FitLogistic(problem, examples.positive, kCost);
  Logistic<N> model;
  model.bias = fit.bias;
  for (std::size_t i = 0; i < N; ++i) {
    model.weights[i] = fit.weights[i] / deviation[i];
    model.bias -= model.weights[i] * mean[i];
  }
  return model;
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

std::vector<Page> Draw(const std::vector<samples::SampleLetter>& letters,
                       int count, const samples::Rng& root) {
  std::vector<Page> pages;
  for (std::size_t kind = 0; kind < kMix.size(); ++kind) {
    for (int i = 0; i < count * kMix[kind] / 100; ++i) {
      const auto which = static_cast<PageKind>(kind);
      const auto drawn = samples::DrawKind(
          letters, which,
          root.Fork(std::to_string(kind)).Fork(std::to_string(i)));
      if (!drawn) continue;
      const auto clean = Prepare().Run({drawn->scan, 0});
      if (!clean) continue;
      pages.push_back({which, drawn->detail, MeasuresOf(clean->image)});
    }
  }
  return pages;
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
  const auto model = Fit(lines);
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
  const auto model = Fit(examples);
  Report("hand", model, examples);
  return model;
}

Logistic<kBlankMeasures.size()> FitBlank(const std::vector<Page>& pages) {
  Examples<kBlankMeasures.size()> examples;
  for (const Page& page : pages) {
    examples.Add(page.measures.blank, page.kind == PageKind::kBlank);
  }
  auto model = Fit(examples);
  double nearest = -1e9;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (examples.positive[i] != 0) continue;
    const double sum = SumOf(model, examples.measures[i]);
    if (sum > nearest) {
      std::fprintf(stderr, "nearest to blank: %s, %.2f\n",
                   pages[i].detail.c_str(), sum);
    }
    nearest = std::max(nearest, sum);
  }
  model.bias -= std::max(0.0, nearest + kBlankDistance);
  Report("blank", model, examples);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (examples.positive[i] == 0 || model(examples.measures[i]) >= 0.5) {
      continue;
    }
    std::fprintf(stderr, "not found: %s\n", pages[i].detail.c_str());
  }
  return model;
}

int Main(const char* folder, int count, std::uint64_t seed) {
  const auto read = samples::ReadLetters(folder);
  if (!read) return 1;
  std::vector<samples::SampleLetter> letters;
  for (std::size_t i = 0; i < read->size(); i += 2) {
    letters.push_back((*read)[i]);
  }
  const auto pages = Draw(letters, count, samples::Rng(seed));
  std::fprintf(stderr, "%zu pages of %zu letters, seed %llu\n", pages.size(),
               letters.size(), static_cast<unsigned long long>(seed));
  const auto blank = FitBlank(pages);
  const auto line = FitLines(pages);
  const auto hand = FitHand(pages, line);
  std::printf(
      "// Written by donthu_fit_page_kinds from %zu drawn pages, seed %llu;\n"
      "// not to be edited.\n#pragma once\n\n"
      "#include \"stages/examine/blank_measures.h\"\n"
      "#include \"stages/examine/hand_measures.h\"\n"
      "#include \"stages/examine/logistic.h\"\n\nnamespace donthu {\n",
      pages.size(), static_cast<unsigned long long>(seed));
  Print("kBlankModel", "kBlankMeasures", blank, kBlankMeasures);
  Print("kLineModel", "kLineMeasures", line, kLineMeasures);
  Print("kHandModel", "kHandMeasures", hand, kHandMeasures);
  std::printf("\n}  // namespace donthu\n");
  return 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: donthu_fit_page_kinds LETTERS PAGES SEED\n", stderr);
    return 2;
  }
  return donthu::bench::Main(argv[1], std::atoi(argv[2]),
                             std::strtoull(argv[3], nullptr, 10));
}
