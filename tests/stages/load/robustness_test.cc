#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "stages/load/load.h"

namespace donthu {
namespace {

constexpr rlim_t kProcessorSeconds = 20;
constexpr int kWallSeconds = 100;  // the machine may be busy
constexpr rlim_t kMemoryBytes = rlim_t{2} << 30;
constexpr int kReadable = 0;
constexpr int kRefused = 1;
constexpr int kNoReason = 2;
constexpr int kPagesTried = 2;

// Runs in the child; the exit status says how it went.
int LoadPages(const char* path) {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  const Load load(LoadLimits{});
  const auto document = load.Open(file);
  if (!document) return document.error().detail.empty() ? kNoReason : kRefused;
  int result = kReadable;
  const int last = std::min(kPagesTried, (*document)->PageCount());
  for (int number = 1; number <= last; ++number) {
    const auto page = load.Run({**document, number});
    if (page) continue;
    result =
        std::max(result, page.error().detail.empty() ? kNoReason : kRefused);
  }
  return result;
}

// "readable", "refused", "no reason", "signal 11".
std::string Outcome(const std::string& path) {
  const pid_t child = fork();
  if (child == 0) {
    const rlimit memory{kMemoryBytes, kMemoryBytes};
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &no_core);
    const rlimit processor{kProcessorSeconds, kProcessorSeconds};
    setrlimit(RLIMIT_CPU, &processor);
    alarm(kWallSeconds);
    _exit(LoadPages(path.c_str()));
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  const char* const kNames[] = {"readable", "refused", "no reason"};
  const int code = WEXITSTATUS(status);
  return code <= kNoReason ? kNames[code] : "exit " + std::to_string(code);
}

std::vector<std::string> FilesBelow(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(RobustnessTest, SurvivesEveryOddFile) {
  const char* data = std::getenv("DONTHU_EVAL_DATA");
  if (data == nullptr) GTEST_SKIP() << "DONTHU_EVAL_DATA is not set";
  const std::size_t step = std::getenv("DONTHU_LONG") != nullptr ? 1 : 4;
  const auto paths = FilesBelow(std::string(data) + "/robustness");
  ASSERT_FALSE(paths.empty());
  std::map<std::string, int> outcomes;
  for (std::size_t i = 0; i < paths.size(); i += step) {
    const std::string outcome = Outcome(paths[i]);
    ++outcomes[outcome];
    EXPECT_TRUE(outcome == "readable" || outcome == "refused")
        << paths[i] << ": " << outcome;
  }
  for (const auto& [outcome, count] : outcomes) {
    std::cout << outcome << ": " << count << '\n';
  }
}

}  // namespace
}  // namespace donthu
