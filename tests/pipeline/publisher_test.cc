#include "pipeline/publisher.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "tests/models/sample_record.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

// Three letters that are in the store, none of them in the folder.
class PublisherTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(PrepareOutput(paths_));
    store_ = *Store::Open(folder_ / "store.sqlite");
    const Batch batch = *store_->BeginBatch("2026-07-06", {});
    for (const char digit : {'1', '2', '3'}) {
      StoredSource source;
      source.sha256 = std::string(64, digit);
      source.batch = batch;
      source.names = {"a.png"};
      source.position = static_cast<std::int64_t>(records_.size());
      ASSERT_TRUE(store_->PutSource(source));
      Record record = FullRecord();
      record.record_id = std::string(32, digit);
      record.source.sha256 = source.sha256;
      record.pages.clear();
      record.supersedes.clear();
      records_.push_back(record);
      std::vector<Record> put = {record};
      ASSERT_TRUE(store_->PutLetters(source.sha256, "key", put));
      records_.back() = put.front();
    }
  }

  int Written() const {
    int written = 0;
    for (const Record& record : records_) {
      written +=
          folder_.Read("letters/" + record.record_id + "/text.txt").empty() ? 0
                                                                            : 1;
    }
    return written;
  }

  std::size_t Owed() { return store_->Outbox(10)->size(); }

  TemporaryFolder folder_;
  OutputPaths paths_{folder_.path()};
  std::unique_ptr<Store> store_;
  std::vector<Record> records_;
};

TEST_F(PublisherTest, WhatWaitsIsWrittenInItsOrder) {
  Publisher publisher(paths_, *store_);
  for (int i = 0; i < 1000; ++i) {  // more than may wait
    records_[0].text = std::to_string(i);
    ASSERT_TRUE(publisher.WriteLater(records_));
  }
  ASSERT_TRUE(publisher.Settle());
  EXPECT_EQ(Written(), 3);
  EXPECT_EQ(folder_.Read("letters/" + records_[0].record_id + "/text.txt"),
            "999\n");
}

TEST_F(PublisherTest, WritingComesAfterWhatWaits) {
  Publisher publisher(paths_, *store_);
  Record newer = records_[0];
  newer.text = "sau";
  ASSERT_TRUE(publisher.WriteLater({records_[0]}));
  ASSERT_TRUE(publisher.Write({newer}));
  EXPECT_EQ(folder_.Read("letters/" + newer.record_id + "/text.txt"), "sau\n");
}

// What the store owes is written when it is opened again.
TEST_F(PublisherTest, WhatCannotBeWrittenStaysOwed) {
  Publisher publisher(paths_, *store_);
  std::filesystem::remove(folder_ / "letters");
  std::ofstream(folder_ / "letters") << "in the way";
  Status written = publisher.WriteLater(records_);
  if (written) written = publisher.Settle();
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kOutputUnwritable);
  EXPECT_FALSE(publisher.WriteLater(records_));
  EXPECT_EQ(Owed(), 3U);
  std::filesystem::remove(folder_ / "letters");
  ASSERT_TRUE(PrepareOutput(paths_));
  ASSERT_TRUE(Publisher(paths_, *store_).CatchUp());
  EXPECT_EQ(Owed(), 0U);
  EXPECT_EQ(Written(), 3);
}

// A letter that the store no longer owes must be on the disk.
TEST_F(PublisherTest, NothingIsForgottenThatWasNotWritten) {
  Publisher publisher(paths_, *store_, 3);
  ASSERT_TRUE(publisher.WriteLater({records_[0], records_[1]}));
  ASSERT_TRUE(publisher.SettleWhereDue());
  EXPECT_EQ(Owed(), 3U);
  ASSERT_TRUE(publisher.WriteLater({records_[2]}));
  ASSERT_TRUE(publisher.SettleWhereDue());
  EXPECT_EQ(Owed(), 0U);
  EXPECT_EQ(Written(), 3);
}

}  // namespace
}  // namespace donthu
