// Files of letters, written by a thread of its own: the supervisor, on whom
// every worker waits, waits for no disk.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/output.h"

namespace donthu {

// In the order in which they are added. After one that could not be written
// none is.
class LetterWriter {
 public:
  static constexpr std::size_t kMostWaiting = 256;  // records

  explicit LetterWriter(OutputPaths paths);
  // Leaves what waits unwritten.
  ~LetterWriter();
  LetterWriter(const LetterWriter&) = delete;
  LetterWriter& operator=(const LetterWriter&) = delete;

  // Waits while kMostWaiting wait. Fails as WriteLetter() did.
  Status Add(Record record);
  // Waits until none does. Fails as WriteLetter() did.
  Status Finish();

 private:
  void WriteAll();

  OutputPaths paths_;
  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::deque<Record> waiting_;  // the one that is being written among them
  Status written_ = Done{};
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace donthu
