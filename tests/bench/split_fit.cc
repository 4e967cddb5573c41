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
  std::set<int> papers;  // on which letters or enclosures begin
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
    Stack stack{std::filesystem::path(file).stem(), {}, {}, {}};
    auto pages = ReadPages(folder + "/" + stack.name + ".jsonl");
    if (!pages) continue;
    stack.pages = std::move(*pages);
    for (const Json& letter : told["letters"]) {
      stack.begins.insert(letter["pages"][0].get<int>());
      stack.papers.insert(letter["pages"][0].get<int>());
      for (const Json& paper : letter["papers"]) {
        stack.papers.insert(paper.get<int>());
      }
    }
    stacks.push_back(std::move(stack));
  }
  return stacks;
}

struct Examples {
  std::vector<Example> papers;   // does a paper begin?
  std::vector<Example> letters;  // of papers: is it a letter?
};

// Calls `visit` with every page but the first of a stack that can be read, and
// what stands before it in truth.
template <typename Visit>
void EachPage(const Stack& stack, Visit visit) {
  PageCues before;
  LetterSoFar so_far;
  bool first = true;
  for (const PageResult& page : stack.pages) {
    if (page.page.status == PageStatus::kSeparator ||
        page.page.status == PageStatus::kBlank) {
      continue;
    }
    const PageCues cues = CuesOf(page);
    const int number = page.page.number;
    if (!first && cues.readable) visit(number, before, cues, so_far);
    if (stack.begins.count(number) != 0) so_far = LetterSoFar();
    so_far.Add(cues, stack.papers.count(number) != 0);
    before = cues;
    first = false;
  }
}

void AddExamples(const Stack& stack, Examples& examples) {
  EachPage(stack, [&](int number, const PageCues& before, const PageCues& page,
                      const LetterSoFar& so_far) {
    const bool paper = stack.papers.count(number) != 0;
    const auto of_paper = PaperFeaturesOf(before, page, so_far);
    examples.papers.push_back({{of_paper.begin(), of_paper.end()}, paper});
    if (!paper) return;
    const auto of_letter = LetterFeaturesOf(page, so_far);
    examples.letters.push_back({{of_letter.begin(), of_letter.end()},
                                stack.begins.count(number) != 0});
  });
}

template <typename Names>
void PrintWeights(const char* type, const char* name,
                  const std::vector<Example>& examples, const Names& names) {
  constexpr double kRidge = 1.0;
  const auto weights = FitLogistic(examples, kRidge);
  const auto hold = std::count_if(examples.begin(), examples.end(),
                                  [](const Example& e) { return e.holds; });
  std::printf("// %zu pages, %td of them so; ridge %.1f\n", examples.size(),
              hold, kRidge);
  std::printf("inline constexpr %s %s = {\n", type, name);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    std::printf("    %.3f,  // %s\n", weights[i],
                std::string(names[i]).c_str());
  }
  std::printf("};\n");
}

int Fit(const std::vector<std::string>& folders) {
  Examples examples;
  for (const std::string& folder : folders) {
    for (const Stack& stack : ReadStacks(folder)) AddExamples(stack, examples);
  }
  if (examples.letters.empty()) return 1;
  PrintWeights("PaperFeatures", "kPaperWeights", examples.papers,
               kPaperFeatures);
  std::printf("\n");
  PrintWeights("LetterFeatures", "kLetterWeights", examples.letters,
               kLetterFeatures);
  return 0;
}

template <typename Features, typename Names>
void PrintFeatures(const Features& features, const Names& names) {
  for (std::size_t i = 1; i < features.size(); ++i) {
    if (features[i] <= 0.0) continue;
    std::cout << " " << names[i] << "=" << std::round(features[i] * 100) / 100;
  }
  std::cout << "\n";
}

void Explain(const Stack& stack, int asked) {
  EachPage(stack, [&](int number, const PageCues& before, const PageCues& page,
                      const LetterSoFar& so_far) {
    if (number != asked) return;
    const Beginning said = BeginningOf(before, page, so_far);
    std::cout << "  paper " << said.paper << ":";
    PrintFeatures(PaperFeaturesOf(before, page, so_far), kPaperFeatures);
    std::cout << "  letter " << said.letter << ":";
    PrintFeatures(LetterFeaturesOf(page, so_far), kLetterFeatures);
  });
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
        std::cout << "extra  " << folder << " " << stack.name << " " << page
                  << "\n";
        Explain(stack, page);
      }
      for (const int page : stack.begins) {
        if (said.count(page) != 0) continue;
        ++missed;
        std::cout << "missed " << folder << " " << stack.name << " " << page
                  << "\n";
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
