// A store as version 0.1.0 left it, opened by this program.
#include "pipeline/store/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "models/record_json.h"
#include "pipeline/files.h"
#include "pipeline/store/audit.h"
#include "pipeline/store/store.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

class OldStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto sql = ReadFile(
        DONTHU_SOURCE_DIR "/tests/pipeline/store/store_v1.sql", 1 << 20);
    ASSERT_TRUE(sql);
    auto database = Database::Open(Path());
    ASSERT_TRUE(database->Execute(*sql));
    ASSERT_EQ(*database->Pragma("user_version"), "1");
    old_records_ = All(*database, "SELECT record FROM letters ORDER BY 1");
    old_names_ = All(*database, "SELECT name FROM names ORDER BY id");
  }

  std::string Path() const { return folder_ / "store.sqlite"; }

  static std::vector<std::string> All(Database& database, const char* sql) {
    auto rows = database.Prepare(sql);
    std::vector<std::string> all;
    while (*rows->Step()) all.push_back(rows->Text(0));
    return all;
  }

  TemporaryFolder folder_;
  std::vector<std::string> old_records_;
  std::vector<std::string> old_names_;
};

TEST_F(OldStoreTest, KeepsEveryRecordAndNameToTheByte) {
  const auto store = Store::Open(Path());
  ASSERT_TRUE(store) << store.error().detail;
  Database& database = (*store)->database();
  EXPECT_EQ(*database.Pragma("user_version"), std::to_string(kStoreVersion));
  EXPECT_GT(old_records_.size(), 5U);
  EXPECT_EQ(All(database, "SELECT record FROM records ORDER BY 1"),
            old_records_);
  EXPECT_EQ(All(database, "SELECT name FROM names ORDER BY id"), old_names_);
}

TEST_F(OldStoreTest, HasAnAuditChainAndRowsThatAgreeWithTheirRecords) {
  const auto store = Store::Open(Path());
  ASSERT_TRUE(store);
  const auto audit = CheckAudit((*store)->database());
  EXPECT_GT(audit->links, 5);
  EXPECT_EQ(audit->broken_at, 0);
  std::map<std::string, int> statuses;
  ASSERT_TRUE(
      (*store)->ForEachLetter("", [&](const LetterRow& letter) -> Status {
        const auto stored = (*store)->FindRecord(letter.record_id);
        EXPECT_EQ(RowOf(*RecordFromJson((*stored)->json), (*stored)->json),
                  letter);
        ++statuses[letter.status];
        return Done{};
      }));
  EXPECT_GT(statuses["complete"] + statuses["needs_review"], 3);
  EXPECT_EQ(statuses["failed"], 1);
  EXPECT_EQ(statuses["withdrawn"], 1);
}

TEST_F(OldStoreTest, IsBroughtUpToDateOnce) {
  { ASSERT_TRUE(Store::Open(Path())); }
  const auto again = Store::Open(Path());
  ASSERT_TRUE(again);
  EXPECT_EQ(All((*again)->database(), "SELECT record FROM records ORDER BY 1"),
            old_records_);
}

TEST_F(OldStoreTest, IsUntouchedWhereTheWayToTheNewOneFails) {
  {
    auto database = Database::Open(Path());
    ASSERT_TRUE(
        database->Execute("UPDATE letters SET record = '{}' WHERE record_id ="
                          " (SELECT max(record_id) FROM letters)"));
  }
  EXPECT_FALSE(Store::Open(Path()));
  auto database = Database::Open(Path());
  EXPECT_EQ(*database->Pragma("user_version"), "1");
  EXPECT_EQ(All(*database, "SELECT name FROM names ORDER BY id"), old_names_);
}

}  // namespace
}  // namespace donthu
