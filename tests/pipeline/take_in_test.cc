#include "pipeline/take_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "models/record_json.h"
#include "models/sha256.h"
#include "pipeline/files.h"
#include "tests/models/sample_record.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

class TakeInTest : public ::testing::Test {
 protected:
  TakenIn Take(std::int64_t limit_bytes = 1 << 20) {
    const auto inbox = OpenInbox(folder_ / "in");
    auto taken = TakeIn(*inbox, {limit_bytes, "2026-07-06", {}, -1}, *store_);
    EXPECT_TRUE(taken);
    return *std::move(taken);
  }

  StoredSource Stored(const std::string& bytes) {
    return **store_->FindSource(Sha256Hex(bytes));
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
  EXPECT_EQ(taken.sources[0].sha256, Sha256Hex("same"));
  EXPECT_TRUE(taken.sources[0].is_new);
  EXPECT_THAT(Stored("same").names, ElementsAre("2.pdf", "10.pdf"));
  EXPECT_EQ(Stored("other").position, 1);
}

TEST_F(TakeInTest, ANewFileJoinsANewBatchAndAnOldOneKeepsItsOwn) {
  folder_.Put("in/a.pdf", "a");
  Take();
  const Batch first = Stored("a").batch;
  folder_.Put("in/b.pdf", "b");
  const TakenIn again = Take();
  EXPECT_FALSE(again.sources[0].is_new);
  EXPECT_TRUE(again.sources[1].is_new);
  EXPECT_EQ(Stored("a").batch, first);
  EXPECT_EQ(Stored("b").batch.id, first.id + 1);
  EXPECT_EQ(Stored("b").position, 0);
}

TEST_F(TakeInTest, AFileThatCannotBeHashedIsTakenWithItsReason) {
  folder_.Put("in/a.pdf", "too long");
  const TakenIn taken = Take(3);
  ASSERT_TRUE(taken.sources[0].unreadable);
  EXPECT_EQ(taken.sources[0].unreadable->code, ErrorCode::kFileTooLarge);
  EXPECT_EQ(taken.sources[0].sha256.size(), 64U);
}

TEST_F(TakeInTest, ANewNameHasTheLettersMadeAnew) {
  folder_.Put("in/a.pdf", "a");
  Take();
  std::vector<Record> none;
  ASSERT_TRUE(store_->PutLetters(Sha256Hex("a"), "key", none));
  EXPECT_EQ(Take().sources[0].letter_key, "key");
  folder_.Put("in/b.pdf", "a");
  EXPECT_EQ(Take().sources[0].letter_key, "");
  EXPECT_EQ(Stored("a").letter_key, "");
}

// Some minutes old, for a young file is hashed again.
void Age(const std::string& path) {
  std::filesystem::last_write_time(
      path,
      std::filesystem::file_time_type::clock::now() - std::chrono::minutes(5));
}

TEST_F(TakeInTest, AFileAsItWasIsNotHashedAgain) {
  folder_.Put("in/a.pdf", "a");
  // What the store remembers of the file is believed.
  const auto inbox = OpenInbox(folder_ / "in");
  ASSERT_TRUE(store_->PutFile(inbox->files[0].seen, Sha256Hex("marked")));
  EXPECT_EQ(Take().sources[0].sha256, Sha256Hex("marked"));
}

TEST_F(TakeInTest, AFileThatWasWrittenToIsHashedAgain) {
  folder_.Put("in/a.pdf", "a");
  const auto inbox = OpenInbox(folder_ / "in");
  ASSERT_TRUE(store_->PutFile(inbox->files[0].seen, Sha256Hex("marked")));
  folder_.Put("in/a.pdf", "b");
  Age(folder_ / "in/a.pdf");  // its times are set back, but not all of them
  EXPECT_EQ(Take().sources[0].sha256, Sha256Hex("b"));
}

TEST_F(TakeInTest, AYoungFileIsNotRemembered) {
  folder_.Put("in/a.pdf", "a");
  Take();
  const auto inbox = OpenInbox(folder_ / "in");
  EXPECT_FALSE(*store_->FindFile(inbox->files[0].seen, ""));
}

TEST_F(TakeInTest, WhatCouldNotBeReadIsWithdrawnOnceItCan) {
  folder_.Put("in/a.pdf", "too long");
  const std::string sha256 = Take(3).sources[0].sha256;
  Record failed = FailedRecord();
  failed.source.sha256 = sha256;
  std::vector<Record> records = {failed};
  ASSERT_TRUE(store_->PutLetters(sha256, "key", records));
  Take();
  EXPECT_EQ((*store_->FindLetter(failed.record_id))->status, "withdrawn");
  const auto tombstone = store_->FindRecord(failed.record_id);
  ASSERT_TRUE(tombstone && tombstone->has_value());
  EXPECT_TRUE(RecordFromJson(tombstone->value().json));
}

TEST_F(TakeInTest, LeavesOffWhereItIsToStop) {
  folder_.Put("in/a.pdf", "a");
  const auto stop = MemoryFileOf("a memory file can always be read");
  const auto inbox = OpenInbox(folder_ / "in");
  const auto taken =
      TakeIn(*inbox, {1 << 20, "2026-07-06", {}, stop->get()}, *store_);
  ASSERT_TRUE(taken);
  EXPECT_TRUE(taken->stopped);
  EXPECT_TRUE(taken->sources.empty());
  EXPECT_FALSE(*store_->FindSource(Sha256Hex("a")));
}

}  // namespace
}  // namespace donthu
