#include "pipeline/unread_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/record_json.h"
#include "pipeline/letter_way.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

StoredSource Source() {
  StoredSource source;
  source.sha256 = std::string(64, 'a');
  source.batch = {1, "2026-07-06", "2026-07-01"};
  source.names = {"a.pdf", "b.pdf"};
  source.page_count = 2;
  return source;
}

const StageFault kFault = {{ErrorCode::kEncrypted, "file", "has a password"},
                           "load"};

TEST(UnreadRecordTest, SharesWhatIsKnownAndKeepsTheContract) {
  const Record record = UnreadRecord(Source(), FailedRecord().provenance);
  EXPECT_EQ(record.source.file, "a.pdf");
  EXPECT_THAT(record.source.copies, ElementsAre("b.pdf"));
  EXPECT_EQ(record.received.date, "2026-07-01");
  EXPECT_EQ(record.provenance.as_of, "2026-07-06");
  EXPECT_TRUE(RecordFromJson(ToJsonLine(record)));
}

TEST(UnreadRecordTest, AFileOfUnknownLengthThatFailedHasNoPages) {
  StoredSource source = Source();
  source.page_count = 0;
  const Record record = FailedRecord(source, FailedRecord().provenance, kFault);
  EXPECT_EQ(record.status, RecordStatus::kFailed);
  EXPECT_EQ(record.error->code, ErrorCode::kEncrypted);
  EXPECT_EQ(record.error->stage, "load");
  EXPECT_EQ(record.error->page, std::nullopt);
  EXPECT_EQ(record.record_id, RecordId(record.source.sha256, {}));
  EXPECT_TRUE(RecordFromJson(ToJsonLine(record)));
}

TEST(UnreadRecordTest, NoPageOfAKnownNumberIsMissing) {
  const Record record =
      FailedRecord(Source(), FailedRecord().provenance, kFault);
  EXPECT_THAT(record.source.page_numbers, ElementsAre(1, 2));
  EXPECT_EQ(record.pages.size(), 2U);
  EXPECT_EQ(record.error->page, std::nullopt);
  EXPECT_TRUE(RecordFromJson(ToJsonLine(record)));
}

TEST(UnreadRecordTest, WhereEveryPageFailedTheFirstGivesTheReason) {
  StageFault second = kFault;
  second.error.code = ErrorCode::kTimedOut;
  const std::map<int, StageFault> faults = {{1, kFault}, {2, second}};
  const Record record =
      FailedRecord(Source(), FailedRecord().provenance, faults);
  EXPECT_EQ(record.error->code, ErrorCode::kEncrypted);
  EXPECT_EQ(record.error->page, 1);
  EXPECT_THAT(record.source.page_numbers, ElementsAre(1, 2));
  EXPECT_EQ(record.record_id, RecordId(record.source.sha256, {1, 2}));
  EXPECT_TRUE(RecordFromJson(ToJsonLine(record)));
}

}  // namespace
}  // namespace donthu
