#include <sys/sysinfo.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/model_files.h"
#include "pipeline/process/worker_pool.h"
#include "pipeline/versions.h"

namespace donthu {
namespace {

void PrintLimits(const Config& config, Streams io) {
  const Limits& limits = config.limits;
  io.out << "processors     " << ::get_nprocs() << "\n"
         << "models         " << ModelsFolder(config) << "\n"
         << "page limits    " << limits.max_pages << " pages a file, "
         << limits.max_megapixels << " megapixels, " << limits.page_cpu_s
         << " s of processor time\n";
}

void PrintVersions(const WorkerFacts& facts, Streams io) {
  io.out << "donthu         " << ProgramVersion() << "\n"
         << "tesseract      " << facts.tesseract << "\n"
         << "leptonica      " << facts.leptonica << "\n"
         << "icu            " << facts.icu << "\n"
         << "poppler        " << facts.poppler << "\n"
         << "qpdf           " << facts.qpdf << "\n"
         << "vie model      " << facts.traineddata_sha256 << "\n"
         << "class model    " << facts.classifier_sha256 << "\n"
         << "legal tables   " << facts.rules_version << "\n";
}

void PrintSandbox(const WorkerFacts& facts, Streams io) {
  io.out << "worker limits  " << facts.sandbox_limits << "\n"
         << "system calls   " << facts.sandbox_calls << "\n"
         << "worker files   " << facts.sandbox_files << "\n";
}

}  // namespace

ExitCode DoctorCommand(const Arguments& arguments, Streams io) {
  std::string path;
  CLI::App app("Versions, models, limits, what is missing", "donthu doctor");
  app.add_option("--config", path, "a file (default: donthu.toml)");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto loaded = LoadConfig(path);
  if (!loaded) return Report(loaded.error(), io);
  PrintLimits(loaded->config, io);
  PoolOptions options;
  options.command.argv = {"/proc/self/exe", "worker"};
  options.command.memory_mb = loaded->config.limits.worker_memory_mb;
  options.config_toml = ConfigToToml(loaded->config);
  const auto pool = WorkerPool::Start(std::move(options));
  if (!pool) return Report(pool.error(), io);
  if (auto warm = (*pool)->AwaitFirst(); !warm) return Report(warm.error(), io);
  PrintVersions((*pool)->facts(), io);
  PrintSandbox((*pool)->facts(), io);
  io.out << "worker         starts, reads and answers\n";
  return ExitCode::kOk;
}

}  // namespace donthu
