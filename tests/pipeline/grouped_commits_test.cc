#include "pipeline/grouped_commits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class GroupedCommitsTest : public ::testing::Test {
 protected:
  void SetUp() override { store_ = *Store::Open(Path()); }

  std::string Path() const { return folder_ / "store.sqlite"; }

  GroupedCommits Groups(std::size_t most) {
    return {*store_, most, [this](const std::vector<Record>& changed) {
              for (const Record& record : changed) {
                published_.push_back(record.record_id);
                committed_.push_back(Stored(record.record_id));
              }
              return Status(Done{});
            }};
  }

  void Put(GroupedCommits& groups, const std::string& id) {
    ASSERT_TRUE(groups.Begin());
    ASSERT_TRUE(store_->PutKey(id, "parts"));
    Record record;
    record.record_id = id;
    ASSERT_TRUE(groups.End({record}));
  }

  // As another program sees it.
  bool Stored(const std::string& key) {
    const auto other = *Store::Open(Path());
    return other->FindKey(key)->has_value();
  }

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  std::vector<std::string> published_;
  std::vector<bool> committed_;  // of each when it was published
};

TEST_F(GroupedCommitsTest, AGroupIsPublishedOnceItIsInTheStore) {
  GroupedCommits groups = Groups(2);
  Put(groups, "a");
  EXPECT_FALSE(Stored("a"));
  EXPECT_THAT(published_, IsEmpty());
  Put(groups, "b");
  Put(groups, "c");
  EXPECT_THAT(published_, ElementsAre("a", "b"));
  EXPECT_THAT(committed_, ElementsAre(true, true));
  EXPECT_FALSE(Stored("c"));
  ASSERT_TRUE(groups.Commit());
  ASSERT_TRUE(groups.Commit()) << "nothing was begun";
  EXPECT_THAT(published_, ElementsAre("a", "b", "c"));
}

TEST_F(GroupedCommitsTest, AGroupThatBreaksOffLeavesNothing) {
  {
    GroupedCommits groups = Groups(2);
    Put(groups, "a");
  }
  EXPECT_FALSE(Stored("a"));
  EXPECT_THAT(published_, IsEmpty());
}

TEST_F(GroupedCommitsTest, TellsWherePublishingFails) {
  GroupedCommits groups(*store_, 1, [](const std::vector<Record>&) -> Status {
    return Fail(ErrorCode::kDiskFull, "folder", "is full");
  });
  ASSERT_TRUE(groups.Begin());
  const Status ended = groups.End({});
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().code, ErrorCode::kDiskFull);
}

}  // namespace
}  // namespace donthu
