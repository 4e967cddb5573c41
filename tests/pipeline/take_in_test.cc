#include "pipeline/take_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "pipeline/sha256.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

class TakeInTest : public ::testing::Test {
 protected:
  TakenIn Take(std::int64_t limit_bytes = 1 << 20) {
    const auto inbox = OpenInbox(folder_ / "in");
    auto taken = TakeIn(*inbox, limit_bytes, "2026-07-06", {}, *store_);
    EXPECT_TRUE(taken);
    return *std::move(taken);
  }

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_ = *Store::Open(folder_ / "store.sqlite");
};

TEST_F(TakeInTest, ByteIdenticalFilesAreOneSource) {
  folder_.Put("in/2.pdf", "same");
  folder_.Put("in/10.pdf", "same");
  folder_.Put("in/3.pdf", "other");
  const TakenIn taken = Take();
  ASSERT_EQ(taken.sources.size(), 2U);
  EXPECT_EQ(taken.copies, 1);
  EXPECT_EQ(taken.sources[0].stored.sha256, Sha256Hex("same"));
  EXPECT_THAT(taken.sources[0].stored.names, ElementsAre("2.pdf", "10.pdf"));
  EXPECT_EQ(taken.sources[1].stored.position, 1);
}

TEST_F(TakeInTest, ANewFileJoinsANewBatchAndAnOldOneKeepsItsOwn) {
  folder_.Put("in/a.pdf", "a");
  const auto first = Take().sources[0].stored.batch;
  folder_.Put("in/b.pdf", "b");
  const TakenIn again = Take();
  EXPECT_EQ(again.sources[0].stored.batch, first);
  EXPECT_EQ(again.sources[1].stored.batch.id, first.id + 1);
  EXPECT_EQ(again.sources[1].stored.position, 0);
}

TEST_F(TakeInTest, AFileThatCannotBeHashedIsTakenWithItsReason) {
  folder_.Put("in/a.pdf", "too long");
  const TakenIn taken = Take(3);
  ASSERT_TRUE(taken.sources[0].unreadable);
  EXPECT_EQ(taken.sources[0].unreadable->code, ErrorCode::kFileTooLarge);
  EXPECT_EQ(taken.sources[0].stored.sha256.size(), 64U);
}

}  // namespace
}  // namespace donthu
