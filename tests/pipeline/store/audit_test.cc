#include "pipeline/store/audit.h"

#include <gtest/gtest.h>

#include "pipeline/store/schema.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

class AuditTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(BringUpToDate(*database_));
    for (int revision = 1; revision <= 3; ++revision) {
      ASSERT_TRUE(AppendToAudit(
          *database_, {"2026-07-06T02:30:00Z", "made", std::string(32, 'a'),
                       revision, std::string(64, 'b')}));
    }
  }

  AuditCheck After(const std::string& sql) {
    EXPECT_TRUE(database_->Execute(sql));
    return *CheckAudit(*database_);
  }

  TemporaryFolder folder_;
  Result<Database> database_ = Database::Open(folder_ / "db");
};

TEST_F(AuditTest, AChainThatNobodyTouchedIsUnbroken) {
  EXPECT_EQ(*CheckAudit(*database_), (AuditCheck{3, 0}));
}

TEST_F(AuditTest, AnAlteredLinkBreaksTheChainThere) {
  EXPECT_EQ(After("UPDATE audit SET event = 'reviewed' WHERE id = 2").broken_at,
            2);
}

TEST_F(AuditTest, ALinkTakenOutBreaksTheChainAfterIt) {
  EXPECT_EQ(After("DELETE FROM audit WHERE id = 2").broken_at, 3);
}

TEST_F(AuditTest, ALinkPutInBreaksTheChain) {
  EXPECT_EQ(After("UPDATE audit SET id = 4 WHERE id = 3;"
                  "INSERT INTO audit SELECT 3, at, event, record_id, revision,"
                  " record_sha256, link FROM audit WHERE id = 2")
                .broken_at,
            3);
}

TEST_F(AuditTest, TheLinkDependsOnEveryPart) {
  const AuditEvent event = {"at", "made", "id", 1, "hash"};
  const std::string link = AuditLink("before", event);
  EXPECT_NE(AuditLink("other", event), link);
  for (const auto member :
       {&AuditEvent::at, &AuditEvent::event, &AuditEvent::record_id,
        &AuditEvent::record_sha256}) {
    AuditEvent other = event;
    other.*member = "x";
    EXPECT_NE(AuditLink("before", other), link);
  }
}

}  // namespace
}  // namespace donthu
