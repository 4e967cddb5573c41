#include <CLI/CLI.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/files.h"
#include "pipeline/model_files.h"
#include "stages/classify/classify.h"
#include "stages/classify/corpus.h"
#include "stages/classify/eval_svg.h"
#include "stages/classify/evaluate.h"
#include "stages/classify/train.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

constexpr std::int64_t kMaxLexiconBytes = 16 << 20;

struct Material {
  std::vector<TrainingLetter> letters;
  std::string lexicon;
};

// Letters go the way that they go in production.
Status AddLetters(const std::string& folder, Material& material) {
  auto corpus = LoadCorpus(folder);
  if (!corpus) return Fail(corpus.error());
  for (CorpusLetter& letter : *corpus) {
    auto normalized = Normalize().FromPlainText(letter.text);
    if (!normalized) {
      return Fail(normalized.error().code, letter.id,
                  normalized.error().detail);
    }
    material.letters.push_back({std::move(letter), std::move(*normalized)});
  }
  return Done{};
}

Result<Material> LoadMaterial(const std::vector<std::string>& folders) {
  auto lexicon = ReadFile(ModelsFolder(Config()) + "/classifier/lexicon.txt",
                          kMaxLexiconBytes);
  if (!lexicon) {
    return Fail(ErrorCode::kModelMissing, "lexicon.txt",
                lexicon.error().detail);
  }
  Material material;
  material.lexicon = std::move(*lexicon);
  for (const std::string& folder : folders) {
    if (auto added = AddLetters(folder, material); !added) {
      return Fail(added.error());
    }
  }
  return material;
}

void AskForCorpus(CLI::App& app, std::vector<std::string>& corpus) {
  app.add_option("CORPUS", corpus,
                 "folders of labelled letters: the project's, an office's own")
      ->required();
}

}  // namespace

ExitCode TrainCommand(const Arguments& arguments, Streams io) {
  std::vector<std::string> corpus;
  std::string out;
  bool force = false;
  CLI::App app("Make the class model from a corpus", "donthu train");
  AskForCorpus(app, corpus);
  app.add_option("--out", out, "the model file")->required();
  app.add_flag("--force", force,
               "put it in place of a better one, by cross-validated macro F1");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto material = LoadMaterial(corpus);
  if (!material) return Report(material.error(), io);
  const auto report = Train(material->letters, material->lexicon);
  if (!report) return Report(report.error(), io);
  const auto before = LoadClassModel(out);
  if (before && !force && IsWorse(report->evaluation, **before)) {
    io.err << "error: " << out
           << ": the model in place is better: " << (*before)->parts().figures
           << "\nthe new one: " << FiguresLine(report->evaluation)
           << "\n--force puts it there all the same\n";
    return ExitCode::kSomeFailed;
  }
  if (auto put = WriteFileAtomically(out, report->model_text); !put) {
    return Report(put.error(), io);
  }
  io.out << EvalText(report->evaluation);
  return ExitCode::kOk;
}

ExitCode EvalCommand(const Arguments& arguments, Streams io) {
  std::vector<std::string> corpus;
  std::string svg;
  bool by_writer = false;
  CLI::App app("Cross-validate the class model", "donthu eval");
  AskForCorpus(app, corpus);
  app.add_flag("--by-writer", by_writer,
               "leave out whole writers instead of scenarios");
  app.add_option("--svg", svg,
                 "folder for reliability.svg and risk_coverage.svg");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto material = LoadMaterial(corpus);
  if (!material) return Report(material.error(), io);
  const auto report =
      Evaluate(material->letters, material->lexicon,
               by_writer ? Grouping::kWriter : Grouping::kScenario);
  if (!report) return Report(report.error(), io);
  io.out << EvalText(*report);
  if (svg.empty()) return ExitCode::kOk;
  auto put =
      WriteFileAtomically(svg + "/reliability.svg", ReliabilitySvg(*report));
  if (put) {
    put = WriteFileAtomically(svg + "/risk_coverage.svg",
                              RiskCoverageSvg(*report));
  }
  return put ? ExitCode::kOk : Report(put.error(), io);
}

}  // namespace donthu
