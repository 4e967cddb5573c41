// Learns the field model from marked letters, and tells what it would find in
// letters of hands that it did not read:
//   donthu_learn_fields FOLDER… [--out FILE] [--folds] [--misses]
// --out: FILE.origin, too, tells what the model was learnt from, and its hash.
// --folds: each hand (what an id has before its number) left out in turn;
// prints precision, recall and F1 of the rules alone and of the model.
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "models/sha256.h"
#include "stages/extract/extract.h"
#include "stages/extract/field_model.h"
#include "tests/bench/field_scores.h"
#include "tests/bench/learn_fields.h"

namespace donthu::bench {
namespace {

void PrintFolds(const std::vector<FieldExample>& examples, Misses misses) {
  const Hands hands = HandsOf(examples);
  FieldScores rules(Misses::kCounted);
  FieldScores model(misses);
  for (const std::string& hand : hands) {
    const Extract extract(std::make_shared<const FieldModel>(
        FieldModel{LearnFields(examples, {hand}), std::nullopt}));
    for (const FieldExample& example : examples) {
      if (HandOf(example.id) != hand) continue;
      AddFields(example.id, example.marked, example.rules, rules);
      AddFields(example.id, example.marked, extract.Run(example.letter).value(),
                model);
    }
  }
  std::printf("rules alone\n");
  rules.Print();
  std::printf("with the model, each of %zu hands left out in turn\n",
              hands.size());
  model.Print();
}

int Run(const std::vector<std::string>& folders, const std::string& out,
        bool folds, Misses misses) {
  const auto examples = ReadExamples(folders);
  if (!examples) {
    std::fprintf(stderr, "error: %s: %s\n", examples.error().subject.c_str(),
                 examples.error().detail.c_str());
    return 1;
  }
  std::printf("%zu letters\n", examples->size());
  if (folds) PrintFolds(*examples, misses);
  if (out.empty()) return 0;
  std::ofstream file(out, std::ios::binary);
  const std::string model = LearnFields(*examples, {}).ToText();
  file << model;
  std::ofstream origin(out + ".origin", std::ios::binary);
  origin << OriginOf(*examples) << Sha256Hex(model) << "\n";
  return file && origin ? 0 : 1;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::vector<std::string> folders;
  std::string out;
  bool folds = false;
  auto misses = donthu::bench::Misses::kCounted;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--out" && i + 1 < argc) {
      out = argv[++i];
    } else if (argument == "--folds") {
      folds = true;
    } else if (argument == "--misses") {
      misses = donthu::bench::Misses::kListed;
    } else {
      folders.push_back(argument);
    }
  }
  if (folders.empty()) {
    std::fputs("usage: donthu_learn_fields FOLDER... [--out FILE] [--folds]\n",
               stderr);
    return 2;
  }
  return donthu::bench::Run(folders, out, folds, misses);
}
