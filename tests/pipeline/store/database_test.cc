#include "pipeline/store/database.h"

#include <gtest/gtest.h>

#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

std::int64_t CountIn(Database& database) {
  auto statement = database.Prepare("SELECT count(*) FROM t");
  EXPECT_TRUE(*statement->Step());
  return statement->Number(0);
}

class DatabaseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(database_);
    ASSERT_TRUE(database_->Execute("CREATE TABLE t (a, b)"));
  }

  TemporaryFolder folder_;
  Result<Database> database_ = Database::Open(folder_ / "db");
};

TEST_F(DatabaseTest, WhatIsBoundComesBack) {
  const std::string bytes("a\0'; DROP TABLE t", 17);
  ASSERT_TRUE(database_->Prepare("INSERT INTO t VALUES (?, ?)")
                  ->Bind(bytes)
                  .BindOptional(std::nullopt)
                  .Run());
  auto statement = database_->Prepare("SELECT a, b FROM t");
  ASSERT_TRUE(*statement->Step());
  EXPECT_EQ(statement->Text(0), bytes);
  EXPECT_EQ(statement->OptionalText(1), std::nullopt);
  EXPECT_FALSE(*statement->Step());
}

TEST_F(DatabaseTest, ATransactionThatIsNotCommittedLeavesNothing) {
  {
    const auto transaction = Transaction::Begin(*database_);
    ASSERT_TRUE(database_->Execute("INSERT INTO t VALUES (1, 2)"));
  }
  EXPECT_EQ(CountIn(*database_), 0);
}

TEST_F(DatabaseTest, ACommittedTransactionStays) {
  auto transaction = Transaction::Begin(*database_);
  ASSERT_TRUE(database_->Execute("INSERT INTO t VALUES (1, 2)"));
  ASSERT_TRUE(transaction->Commit());
  EXPECT_EQ(CountIn(*database_), 1);
}

TEST_F(DatabaseTest, WhatIsNotSqlIsAnError) {
  EXPECT_EQ(database_->Prepare("SELEKT").error().code, ErrorCode::kStoreFailed);
}

TEST_F(DatabaseTest, AFolderThatIsNotThereIsNotWritable) {
  EXPECT_EQ(Database::Open("/no/such/folder/db").error().code,
            ErrorCode::kOutputUnwritable);
}

}  // namespace
}  // namespace donthu
