#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/records_folder.h"
#include "pipeline/model_files.h"
#include "pipeline/publisher.h"
#include "pipeline/review.h"
#include "pipeline/store/store.h"
#include "pipeline/text_forms.h"

namespace donthu {
namespace {

struct SetArguments {
  FolderArguments folder;
  std::string record_id;
  std::string label;
  Decision decision;
};

std::string UserName() {
  const passwd* user = ::getpwuid(::getuid());
  return user == nullptr ? "unknown" : user->pw_name;
}

Status Apply(const SetArguments& a, RecordsFolder& folder,
             const Assess& assess) {
  Store& store = *folder.store;
  const auto stored = store.FindRecord(a.record_id);
  if (!stored) return Fail(stored.error());
  if (!*stored) {
    return Fail(ErrorCode::kTextInvalid, a.record_id,
                "is no record of this folder");
  }
  auto record = RecordFromJson((*stored)->json);
  if (!record) return Fail(record.error());
  auto decided = Decided(std::move(*record), a.decision, assess);
  if (!decided) return Fail(decided.error());
  // What breaks the contract must not come into the store.
  if (!RecordFromJson(ToJsonLine(*decided))) {
    return Fail(ErrorCode::kTextInvalid, "decision",
                "--by and --reason take a text, --at takes a time as "
                "2026-07-06T09:30:00+07:00");
  }
  if (auto set = store.CommitsAreDurable(); !set) return set;
  if (auto put = store.PutReview(*decided); !put) return put;
  const OutputPaths& paths = folder.options.paths;
  if (auto put = Publisher(paths, store).CatchUp(); !put) return put;
  return WriteLists(paths, store);
}

}  // namespace

ExitCode SetCommand(const Arguments& arguments, Streams io) {
  SetArguments a;
  a.decision.by = UserName();
  a.decision.at = UtcText(std::chrono::system_clock::now());
  CLI::App app("A person's decision: the next revision of a record",
               "donthu set");
  app.add_option("RECORD_ID", a.record_id, "as in records.jsonl")->required();
  DescribeFolder(app, a.folder);
  app.add_option("--label", a.label,
                 "khieu_nai, to_cao, kien_nghi, phan_anh, hon_hop or khac")
      ->required();
  app.add_option("--reason", a.decision.reason, "why")->required();
  app.add_option("--by", a.decision.by, "who decides (default: this user)");
  app.add_option("--at", a.decision.at, "when, RFC 3339 (default: now)");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto label = LabelFromString(a.label);
  if (!label) {
    io.err << "error: --label: " << a.label << " is no label\n";
    return ExitCode::kUsage;
  }
  a.decision.label = *label;
  auto loaded = LoadConfig(a.folder.config);
  if (!loaded) return Report(loaded.error(), io);
  const auto tables = LoadLegalTables(ModelsFolder(loaded->config) + "/legal");
  if (!tables) return Report(tables.error(), io);
  RecordsFolder folder;
  if (auto code = OpenRecords(a.folder, io, folder)) return *code;
  const Assess assess(*tables, loaded->config.office);
  if (auto applied = Apply(a, folder, assess); !applied) {
    const ExitCode code = Report(applied.error(), io);
    return code == ExitCode::kSomeFailed ? ExitCode::kUsage : code;
  }
  return ExitCode::kOk;
}

}  // namespace donthu
