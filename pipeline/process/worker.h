// The worker: reads what it is handed, in a process of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "models/result.h"
#include "pipeline/config.h"
#include "stages/recognize/recognize.h"

namespace donthu {

using EngineOpener =
    std::function<Result<std::unique_ptr<OcrEngine>>(const Config&)>;

// Serves requests that come through `socket` until the other side closes
// it. The first is kSetUp: engine, class model and tables of the law are
// loaded then; before it answers, the worker enters its sandbox, and nothing
// but a font is opened after. `shared_stage` is a descriptor
// of one byte of shared memory that says which stage runs, for the
// supervisor to read when this process dies. Returns the exit code.
int ServeTasks(int socket, int shared_stage, const EngineOpener& open_engine);

// The versions that a record's provenance names, as a worker found them.
// `models_folder` is resolved; fields that only the supervisor knows
// (as_of, config_sha256) stay empty.
struct WorkerFacts {
  std::string tesseract;
  std::string leptonica;
  std::string icu;
  std::string poppler;
  std::string qpdf;
  std::string traineddata_sha256;
  std::string classifier_sha256;
  std::string lexicon_version;
  std::string rules_version;
  std::string engine_settings;
  std::string sandbox_limits;  // SandboxFacts; in no record
  std::string sandbox_calls;
  std::string sandbox_files;

  friend bool operator==(const WorkerFacts&, const WorkerFacts&) = default;
};
std::string ToJson(const WorkerFacts& facts);
Result<WorkerFacts> WorkerFactsFromJson(std::string_view json);

}  // namespace donthu
