#include "pipeline/letter_writer.h"

#include <utility>

namespace donthu {

LetterWriter::LetterWriter(OutputPaths paths)
    : paths_(std::move(paths)), thread_([this] { WriteAll(); }) {}

LetterWriter::~LetterWriter() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

Status LetterWriter::Add(Record record) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(
        lock, [this] { return waiting_.size() < kMostWaiting || !written_; });
    if (!written_) return written_;
    waiting_.push_back(std::move(record));
  }
  changed_.notify_all();
  return Done{};
}

Status LetterWriter::Finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() || !written_; });
  return written_;
}

void LetterWriter::WriteAll() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
    if (ends_) return;
    const Record& next = waiting_.front();  // stays where it is: a deque
    lock.unlock();
    auto written = WriteLetter(paths_, next);
    lock.lock();
    waiting_.pop_front();
    if (!written) {
      written_ = std::move(written);
      waiting_.clear();
      changed_.notify_all();
      return;
    }
    changed_.notify_all();
  }
}

}  // namespace donthu
