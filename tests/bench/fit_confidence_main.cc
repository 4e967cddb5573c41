// Fits how sure extracted values are (models/fields/donthu.confidence) to
// scans of marked letters, and tells how well it fits:
//   donthu_fit_confidence STATE... --letters FOLDER [--out FILE]
//                         [--model FOLDER]
// STATE: the store of a `donthu run` over what donthu_samples drew of the
// letters; a file's letter is its stem up to the first "-". The letters as
// written count, too. Each hand's values are found by a field model learnt
// from the other hands; with --model nothing is fitted, and the values of all
// are found by that model: for letters that it did not read.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/page_json.h"
#include "models/record_json.h"
#include "pipeline/store/store.h"
#include "stages/extract/extract.h"
#include "stages/extract/field_model.h"
#include "stages/normalize/normalize.h"
#include "stages/repair/repair.h"
#include "tests/bench/field_scores.h"
#include "tests/bench/learn_fields.h"
#include "tests/bench/logistic.h"
#include "tests/bench/must.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

// A letter as written or as read from a scan.
struct ReadLetter {
  std::string id;
  Letter letter;
};

// One value that was found.
struct FoundValue {
  std::size_t key = 0;
  ValueSigns signs;
  bool right = false;
};

class StoreReader {
 public:
  StoreReader()
      : repair_(Must(LoadLanguageModel(DONTHU_SOURCE_DIR
                                       "/models/language/donthu.words"))) {}

  std::vector<ReadLetter> Read(const std::string& state) const {
    const auto store = Must(Store::Open(StorePath(state)));
    std::vector<Record> records;
    const auto took = store->ForEachRecord([&](const std::string& json) {
      records.push_back(Must(RecordFromJson(json)));
      return Status(Done{});
    });
    if (!took) std::exit(1);
    std::vector<ReadLetter> letters;
    for (const Record& record : records) {
      const std::string stem = fs::path(record.source.file).stem();
      std::vector<NumberedPage> pages;
      for (const RecordPage& page : record.pages) {
        pages.push_back(
            {page.number, PageOf(*store, record.source.sha256, page.number)});
      }
      auto letter = repair_.Run(Must(Normalize().Run(pages)));
      letters.push_back({stem.substr(0, stem.find('-')), Must(letter)});
    }
    return letters;
  }

 private:
  static PageText PageOf(Store& store, const std::string& sha256, int number) {
    const auto key = Must(store.FindPageKey(sha256, number));
    const auto page = Must(store.FindPage(sha256, number, *key));
    return Must(PageResultFromJson(page->result_json)).text;
  }

  Repair repair_;
};

std::vector<FoundValue> ValuesOf(const Extract& extract, const Letter& letter,
                                 const MarkedLetter& marked) {
  std::vector<ValueSigns> signs;
  const Fields fields = extract.Find(letter, signs);
  std::vector<FoundValue> values;
  EachValue(fields, [&](std::size_t key, const auto& value) {
    std::string text;
    if constexpr (std::is_same_v<decltype(value.value), int>) {
      text = std::to_string(value.value);
    } else {
      text = value.value;
    }
    const ValueSigns& own = signs[values.size()];
    values.push_back({key, own, IsMarked(marked, kValueKeys[key], text)});
  });
  return values;
}

std::vector<FoundValue> ValuesOfOthers(
    const std::vector<FieldExample>& examples,
    const std::vector<ReadLetter>& letters) {
  constexpr std::size_t kFolds = 5;
  std::array<Hands, kFolds> folds;
  std::size_t next = 0;
  for (const std::string& hand : HandsOf(examples))
    folds[next++ % kFolds].insert(hand);
  std::map<std::string, const MarkedLetter*> marked;
  for (const FieldExample& one : examples) marked[one.id] = &one.marked;
  std::vector<FoundValue> all;
  for (const Hands& fold : folds) {
    const Extract extract(std::make_shared<const FieldModel>(
        FieldModel{LearnFields(examples, fold), std::nullopt}));
    for (const ReadLetter& letter : letters) {
      if (!fold.contains(HandOf(letter.id))) continue;
      const auto values =
          ValuesOf(extract, letter.letter, *marked.at(letter.id));
      all.insert(all.end(), values.begin(), values.end());
    }
  }
  return all;
}

FieldConfidence Fit(const std::vector<FoundValue>& values) {
  constexpr double kRidge = 1.0;
  FieldConfidence::Weights weights = {};
  for (std::size_t key = 0; key < kValueKeyCount; ++key) {
    std::vector<Example> examples;
    for (const FoundValue& value : values) {
      if (value.key != key) continue;
      const auto features = FeaturesOf(value.signs);
      examples.push_back({{features.begin(), features.end()}, value.right});
    }
    const std::vector<double> fitted = FitLogistic(examples, kRidge);
    std::copy(fitted.begin(), fitted.end(), weights[key].begin());
  }
  return FieldConfidence(weights);
}

void PrintRow(const std::string& name, int count, double right, double said) {
  std::printf("%-28s %6d %9.3f %9.3f\n", name.c_str(), count, right / count,
              said / count);
}

// How often values are right, and how often they are said to be; with the
// expected calibration error over ten bins of equal width.
void Print(const std::vector<FoundValue>& values,
           const FieldConfidence& confidence) {
  struct Sum {
    int count = 0;
    double right = 0.0;
    double said = 0.0;
  };
  constexpr std::size_t kBins = 10;
  std::array<Sum, kBins> bins;
  std::array<Sum, kValueKeyCount> keys;
  double log_loss = 0.0;
  for (const FoundValue& value : values) {
    const double said = confidence.Of(value.key, value.signs);
    const auto bin = std::min(kBins - 1, static_cast<std::size_t>(said * 10));
    for (Sum* sum : {&bins[bin], &keys[value.key]}) {
      ++sum->count;
      sum->right += value.right ? 1.0 : 0.0;
      sum->said += said;
    }
    log_loss -= std::log(std::clamp(value.right ? said : 1 - said, 1e-3, 1.0));
  }
  std::printf("%-28s %6s %9s %9s\n", "values", "number", "right", "said");
  for (std::size_t key = 0; key < kValueKeyCount; ++key) {
    if (keys[key].count == 0) continue;
    PrintRow(std::string(kValueKeys[key]), keys[key].count, keys[key].right,
             keys[key].said);
  }
  double error = 0.0;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const Sum& sum = bins[bin];
    if (sum.count == 0) continue;
    PrintRow("confidence from 0." + std::to_string(bin), sum.count, sum.right,
             sum.said);
    error += std::abs(sum.right - sum.said);
  }
  const auto all = static_cast<double>(values.size());
  std::printf("%zu values, expected calibration error %.4f, log loss %.4f\n",
              values.size(), error / all, log_loss / all);
}

int Run(const std::vector<std::string>& states, const std::string& folder,
        const std::string& model, const std::string& out) {
  std::vector<ReadLetter> letters;
  const StoreReader reader;
  for (const std::string& state : states) {
    for (ReadLetter& letter : reader.Read(state)) {
      if (fs::exists(fs::path(folder) / (letter.id + ".txt"))) {
        letters.push_back(std::move(letter));
      }
    }
  }
  std::printf("%zu letters read from scans\n", letters.size());
  if (!model.empty()) {
    const auto given = Must(LoadFieldModel(model));
    const Extract extract(given);
    std::vector<FoundValue> values;
    for (const ReadLetter& letter : letters) {
      const auto more = ValuesOf(
          extract, letter.letter,
          ReadMarkedLetter((fs::path(folder) / (letter.id + ".txt")).string()));
      values.insert(values.end(), more.begin(), more.end());
    }
    Print(values, *given->confidence);
    return 0;
  }
  const auto examples = Must(ReadExamples({folder}));
  for (const FieldExample& example : examples) {
    letters.push_back({example.id, example.letter});
  }
  const auto values = ValuesOfOthers(examples, letters);
  const FieldConfidence confidence = Fit(values);
  Print(values, confidence);
  if (out.empty()) return 0;
  std::ofstream file(out, std::ios::binary);
  file << confidence.ToText();
  return file ? 0 : 1;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::vector<std::string> states;
  std::string letters = DONTHU_SOURCE_DIR "/samples/dev";
  std::string model;
  std::string out;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--letters" && i + 1 < argc) {
      letters = argv[++i];
    } else if (argument == "--model" && i + 1 < argc) {
      model = argv[++i];
    } else if (argument == "--out" && i + 1 < argc) {
      out = argv[++i];
    } else {
      states.push_back(argument);
    }
  }
  if (states.empty()) {
    std::fputs(
        "usage: donthu_fit_confidence STATE... [--letters FOLDER] "
        "[--model FOLDER] [--out FILE]\n",
        stderr);
    return 2;
  }
  return donthu::bench::Run(states, letters, model, out);
}
