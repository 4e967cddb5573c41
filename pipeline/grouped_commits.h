// Letters that go into the store together: one step for many, and into the
// output once they are there for good.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "models/record.h"
#include "models/result.h"
#include "pipeline/store/store.h"

namespace donthu {

// Letters that are made in a few milliseconds each.
inline constexpr std::size_t kLettersTogether = 64;

// What was not committed at the end of its life is rolled back.
class GroupedCommits {
 public:
  // Called with the changed records of each group, after its commit.
  using Publish = std::function<Status(std::vector<Record> changed)>;

  // `most`: letters of a group, at least 1.
  GroupedCommits(Store& store, std::size_t most, Publish publish)
      : store_(store), most_(most), publish_(std::move(publish)) {}

  // Before a letter is put: what the store does from now on is of its group.
  Status Begin();
  // After it: `changed` are the records that it changed.
  Status End(std::vector<Record> changed);
  // What was begun, at once.
  Status Commit();

 private:
  Store& store_;
  std::size_t most_;
  Publish publish_;
  std::optional<Transaction> group_;
  std::size_t letters_ = 0;
  std::vector<Record> changed_;
};

}  // namespace donthu
