#include "pipeline/grouped_commits.h"

#include <algorithm>
#include <iterator>

namespace donthu {

Status GroupedCommits::Begin() {
  if (group_) return Done{};
  auto begun = store_.Begin();
  if (!begun) return Fail(begun.error());
  group_.emplace(*std::move(begun));
  return Done{};
}

Status GroupedCommits::End(std::vector<Record> changed) {
  std::move(changed.begin(), changed.end(), std::back_inserter(changed_));
  return ++letters_ < most_ ? Status(Done{}) : Commit();
}

Status GroupedCommits::Commit() {
  if (!group_) return Done{};
  auto committed = group_->Commit();
  group_.reset();
  letters_ = 0;
  std::vector<Record> changed = std::exchange(changed_, {});
  return committed ? publish_(std::move(changed)) : committed;
}

}  // namespace donthu
