// A folder of records that is there already, as most subcommands take it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/session.h"
#include "pipeline/store/store.h"

namespace CLI {
class App;
}

namespace donthu {

struct FolderArguments {
  std::string out;
  std::string state;
  std::string config;
  Hold hold = Hold::kAlone;
  std::string other;  // one more folder to write into; empty: none
};

// Adds --out, --state and --config.
void DescribeFolder(CLI::App& app, FolderArguments& arguments);

struct RecordsFolder {
  std::unique_ptr<Session> session;
  RunOptions options;
  std::unique_ptr<Store> store;
};

// Empty: `folder` is open, and locked where arguments.hold says so, after
// some seconds of waiting for another. Otherwise what is wrong was told, and
// the code is the answer.
std::optional<ExitCode> OpenRecords(const FolderArguments& arguments,
                                    Streams io, RecordsFolder& folder);

}  // namespace donthu
