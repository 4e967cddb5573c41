// Files of a scanner's folder that nobody writes to any more.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "pipeline/inbox.h"

namespace donthu {

// Tells new files that are at rest, each version of a file once: one that
// was the same at two looks, at least `rest` apart.
class RestingFiles {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RestingFiles(std::chrono::milliseconds rest) : rest_(rest) {}

  // Keeps of `inbox` the files to be read now. Those that are young stay
  // watched; a file that changes after it was told is told again.
  void Keep(Inbox& inbox, Time now);
  // The files of `inbox` were not read after all: they will be told again.
  void TakeBack(const Inbox& inbox);
  // Some file is not at rest yet.
  bool HasYoung() const { return !young_.empty(); }

 private:
  struct Look {
    FileIdentity seen;
    Time since;
  };
  std::chrono::milliseconds rest_;
  std::map<std::string, Look> young_;  // by path
  std::map<std::string, FileIdentity> told_;
};

}  // namespace donthu
