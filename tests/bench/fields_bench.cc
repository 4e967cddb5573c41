// Precision, recall and F1 of extraction a field, and how often the class is
// right, from true text, over the marked letters of a folder:
//   fields_bench [FOLDER] [--misses] [--model DIR]
// --misses lists what was missed or wrong (invented letters only). --model: of
// the fields; default: models/fields.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "models/label.h"
#include "stages/classify/classify.h"
#include "stages/extract/extract.h"
#include "stages/normalize/normalize.h"
#include "tests/bench/field_scores.h"
#include "tests/bench/marked_letter.h"

namespace donthu::bench {
namespace {

std::vector<std::string> LettersIn(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class ClassTally {
 public:
  void Add(const std::string& truth, const Classification& said) {
    const auto label = LabelFromString(truth);
    if (!label) return;
    const bool legal = LegalClassOf(said.label) == LegalClassOf(*label);
    ++letters_;
    right_ += said.label == *label;
    legal_right_ += legal;
    decided_ += said.decided;
    decided_right_ += said.decided && legal;
  }
  void Print() const {
    std::printf(
        "class right %d of %d, legal class %d; decided alone %d, legal class "
        "right in %d of them\n",
        right_, letters_, legal_right_, decided_, decided_right_);
  }

 private:
  int letters_ = 0;
  int right_ = 0;
  int legal_right_ = 0;
  int decided_ = 0;
  int decided_right_ = 0;
};

int Run(const std::string& folder, const std::string& fields_folder,
        Misses misses) {
  const auto model =
      LoadClassModel(DONTHU_SOURCE_DIR "/models/classifier/donthu.model");
  const auto field_model = LoadFieldModel(fields_folder);
  if (!model || !field_model) {
    std::fprintf(stderr, "error: %s\n",
                 (model ? field_model.error() : model.error()).detail.c_str());
    return 1;
  }
  const Classify classify(*model);
  ClassTally classes;
  FieldScores scores(misses);
  const Normalize normalize;
  const Extract extract(*field_model);
  double seconds = 0.0;
  int letters = 0;
  for (const std::string& path : LettersIn(folder)) {
    const MarkedLetter marked = ReadMarkedLetter(path);
    const auto letter = normalize.FromPlainText(marked.text);
    if (!letter) return 1;
    const auto start = std::chrono::steady_clock::now();
    auto fields = extract.Run(*letter);
    const auto end = std::chrono::steady_clock::now();
    if (!fields) return 1;
    if (letters++ > 0) {  // the first one compiles the patterns
      seconds += std::chrono::duration<double>(end - start).count();
    }
    const std::string id = std::filesystem::path(path).stem();
    const auto label = marked.head.find("label");
    const auto said = classify.Run({*letter, *fields});
    if (said && !MayAccuse(*said)) fields->respondents.clear();
    AddFields(id, marked, *fields, scores);
    if (said && label != marked.head.end()) classes.Add(label->second, *said);
  }
  scores.Print();
  classes.Print();
  std::printf("%d letters, %.0f letters a second\n", letters,
              seconds > 0.0 ? (letters - 1) / seconds : 0.0);
  return 0;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::string folder = DONTHU_SOURCE_DIR "/samples/letters";
  std::string fields_folder = DONTHU_SOURCE_DIR "/models/fields";
  auto misses = donthu::bench::Misses::kCounted;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--misses") {
      misses = donthu::bench::Misses::kListed;
    } else if (argument == "--model" && i + 1 < argc) {
      fields_folder = argv[++i];
    } else {
      folder = argument;
    }
  }
  if (!std::filesystem::is_directory(folder)) {
    std::fputs("usage: fields_bench [FOLDER] [--misses] [--model DIR]\n",
               stderr);
    return 2;
  }
  return donthu::bench::Run(folder, fields_folder, misses);
}
