// A folder of records that the program made, for tests of what works on one.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"

namespace donthu {

class RecordsFolderTest : public ::testing::Test {
 protected:
  ProgramEnd Run(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "run", "inbox", "--out", "out", "--today", "2026-07-06", "--jobs", "2"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunProgram(folder_, arguments);
  }

  // A subcommand on the folder.
  ProgramEnd On(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--out", "out"});
    return RunProgram(folder_, arguments);
  }

  std::vector<Record> Records() const {
    return RecordsOf(folder_.Read("out/records.jsonl"));
  }

  // Every file of the output but those that tell of runs, by its path.
  std::map<std::string, std::string> Output(const std::string& out = "out") {
    namespace fs = std::filesystem;
    std::map<std::string, std::string> files;
    const std::string root = folder_ / out;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().string().substr(root.size() + 1);
      const bool of_runs = path.rfind("store.sqlite", 0) == 0 ||
                           path == "run.json" || path == "lock";
      if (entry.is_regular_file() && !of_runs) {
        files[path] = folder_.Read(out + "/" + path);
      }
    }
    return files;
  }

  TemporaryFolder folder_;
};

}  // namespace donthu
