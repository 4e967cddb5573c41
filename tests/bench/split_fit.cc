// Fits the weights of stages/split to stacks whose pages were read, and tells
// how well weights part stacks: README.md.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/page_json.h"
#include "stages/split/boundary.h"
#include "stages/split/split.h"
#include "tests/bench/logistic.h"

namespace {

using namespace donthu;  // NOLINT: a program of one file
using Json = nlohmann::json;

struct Stack {
  std::string name;
  std::vector<PageResult> pages;
  std::set<int> begins;  // page numbers on which letters begin
};

std::optional<std::vector<PageResult>> ReadPages(const std::string& file) {
  std::ifstream in(file);
  if (!in) return std::nullopt;
  std::vector<PageResult> pages;
  for (std::string line; std::getline(in, line);) {
    auto page = PageResultFromJson(line);
    if (!page) return std::nullopt;
    pages.push_back(std::move(*page));
  }
  return pages;
}

// `folder`: stack_001.jsonl …, a PageResult a line, beside the maker's
// truth.jsonl.
std::vector<Stack> ReadStacks(const std::string& folder) {
  std::vector<Stack> stacks;
  std::ifstream truth(folder + "/truth.jsonl");
  for (std::string line; std::getline(truth, line);) {
    const Json told = Json::parse(line);
    const std::string file = told["file"];
    Stack stack{std::filesystem::path(file).stem(), {}, {}};
    auto pages = ReadPages(folder + "/" + stack.name + ".jsonl");
    if (!pages) continue;
    stack.pages = std::move(*pages);
    for (const Json& letter : told["letters"]) {
      stack.begins.insert(letter["pages"][0].get<int>());
    }
    stacks.push_back(std::move(stack));
  }
  return stacks;
}

// Every page but the first of a stack, with what stands before it in truth.
void AddExamples(const Stack& stack, std::vector<Example>& examples) {
  PageCues before;
  LetterSoFar so_far;
  bool first = true;
  for (const PageResult& page : stack.pages) {
    if (page.page.status == PageStatus::kSeparator ||
        page.page.status == PageStatus::kBlank) {
      continue;
    }
    const PageCues cues = CuesOf(page);
    const bool begins = stack.begins.count(page.page.number) != 0;
    if (!first && cues.readable) {
      const BoundaryFeatures features = FeaturesOf(before, cues, so_far);
      examples.push_back({{features.begin(), features.end()}, begins});
    }
    if (begins) so_far = LetterSoFar();
    so_far.Add(cues);
    before = cues;
    first = false;
  }
}

int Fit(const std::vector<std::string>& folders) {
  constexpr double kRidge = 1.0;
  std::vector<Example> examples;
  for (const std::string& folder : folders) {
    for (const Stack& stack : ReadStacks(folder)) AddExamples(stack, examples);
  }
  if (examples.empty()) return 1;
  const auto begins = std::count_if(examples.begin(), examples.end(),
                                    [](const Example& e) { return e.holds; });
  const auto weights = FitLogistic(examples, kRidge);
  std::printf("// %zu pages, %td of them begin a letter; ridge %.1f\n",
              examples.size(), begins, kRidge);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    std::printf("    %.3f,  // %s\n", weights[i],
                std::string(kBoundaryFeatures[i]).c_str());
  }
  return 0;
}

void Explain(const Stack& stack, int number) {
  PageCues before;
  LetterSoFar so_far;
  for (const PageResult& page : stack.pages) {
    const PageCues cues = CuesOf(page);
    if (page.page.number == number) {
      const auto features = FeaturesOf(before, cues, so_far);
      for (std::size_t i = 1; i < features.size(); ++i) {
        if (features[i] <= 0.0) continue;
        std::cout << " " << kBoundaryFeatures[i] << "="
                  << std::round(features[i] * 100) / 100;
      }
      std::cout << "\n";
    }
    if (stack.begins.count(page.page.number) != 0) so_far = LetterSoFar();
    so_far.Add(cues);
    before = cues;
  }
}

// By the weights that are built in.
int Score(const std::vector<std::string>& folders) {
  int right = 0;
  int extra = 0;
  int missed = 0;
  int doubtful = 0;
  for (const std::string& folder : folders) {
    for (const Stack& stack : ReadStacks(folder)) {
      const auto runs = Split({SplitMode::kAuto, {}}).Run(stack.pages);
      std::set<int> said;
      for (const PageRun& run : *runs) {
        doubtful += run.doubtful ? 1 : 0;
        for (int i = run.first_index; i < run.last_index; ++i) {
          const RecordPage& page =
              stack.pages[static_cast<std::size_t>(i)].page;
          if (page.status == PageStatus::kSeparator ||
              page.status == PageStatus::kBlank) {
            continue;
          }
          said.insert(page.number);
          break;
        }
      }
      for (const int page : said) {
        const bool holds = stack.begins.count(page) != 0;
        if (holds && page != *stack.begins.begin()) ++right;
        if (holds) continue;
        ++extra;
        std::cout << "extra  " << folder << " " << stack.name << " " << page;
        Explain(stack, page);
      }
      for (const int page : stack.begins) {
        if (said.count(page) != 0) continue;
        ++missed;
        std::cout << "missed " << folder << " " << stack.name << " " << page;
        Explain(stack, page);
      }
    }
  }
  std::printf("right %d extra %d missed %d F1 %.4f doubtful letters %d\n",
              right, extra, missed,
              2.0 * right / std::max(1, 2 * right + extra + missed), doubtful);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2 ||
      (arguments[0] != "fit" && arguments[0] != "score")) {
    std::cerr << "usage: donthu_split_fit fit|score FOLDER...\n";
    return 2;
  }
  const std::vector<std::string> folders(arguments.begin() + 1,
                                         arguments.end());
  return arguments[0] == "fit" ? Fit(folders) : Score(folders);
}
